//! Names from Africa and the Caribbean.

use super::{Middle, Origin};

pub(super) const ORIGINS: &[Origin] = &[
    Origin {
        share: 40,
        girls: "Abena, Adaeze, Akosua, Ama, Blessing, Chiamaka, Chidinma, Efua, Folake, Ngozi, \
                Precious, Temitope, Yetunde",
        boys: "Chinedu, Chukwuemeka, Emeka, Femi, Ikenna, Kofi, Kwabena, Kwame, Nnamdi, \
               Obinna, Oluwaseun, Segun, Yaw",
        surnames: "Acheampong, Adebayo, Adomako, Agyeman, Akintola, Asante, Balogun, Boateng, \
                   Chukwu, Danso, Eze, Friday, Mensah, Nwosu, Obi, Ogunleye, Okafor, Osei, Sunday",
        middle: Middle::Usual,
    },
    Origin {
        share: 20,
        girls: "Ayaan, Fadumo, Hodan, Ifrah, Muna, Sagal, Samira, Ubah",
        boys: "Abdi, Abdirahman, Bashir, Guled, Liban, Mahad, Sharmarke, Zakariya",
        surnames: "Abdi, Abdullahi, Adan, Dirie, Farah, Hersi, Jama, Mohamud, Nur, Warsame, Yusuf",
        middle: Middle::Rare,
    },
    Origin {
        share: 15,
        girls: "Bethlehem, Eden, Feven, Hiwot, Makda, Mihret, Selam, Tsion",
        boys: "Abel, Biniam, Dawit, Filmon, Kaleb, Natnael, Samson, Yonas",
        surnames: "Alemu, Berhane, Gebremariam, Ghebreyesus, Haile, Kidane, Tekle, Tesfaye, Woldu",
        middle: Middle::Rare,
    },
    Origin {
        share: 20,
        girls: "Chipo, Lerato, Nomvula, Rudo, Ruvimbo, Tanisha, Thandiwe, Wanjiru",
        boys: "Farai, Jabulani, Kamau, Lwazi, Shaun, Sipho, Tafadzwa, Tendai",
        surnames: "Banda, Chikwanha, Dube, Kamau, Moyo, Mutasa, Ncube, Ndlovu, Nkosi, Otieno, \
                   Phiri, Sibanda",
        middle: Middle::Usual,
    },
    Origin {
        share: 15,
        girls: "Aaliyah, Destiny, Ebony, Kezia, Monique, Renée, Shanice, Tiana",
        boys: "Andre, Darnell, Jermaine, Kemar, Malachi, Romario, Tyrell, Zion",
        surnames: "Barrett, Bent, Blackwood, Brathwaite, Charles, Francis, Gayle, Gordon, \
                   Grant-Lewis, Joseph, McFarlane, Samuels, St. Hilaire",
        middle: Middle::Usual,
    },
];
