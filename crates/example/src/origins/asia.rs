//! Names from Asia, west to east.

use super::{Middle, Origin};

pub(super) const ORIGINS: &[Origin] = &[
    Origin {
        share: 70,
        girls: "Aisha, Amina, Anaya, Fatima, Hafsa, Inaya, Khadija, Laiba, Maryam, Noor, Safa, \
                Sumayyah, Zahra, Zainab",
        boys: "Abdullah, Ahmed, Ali, Bilal, Hamza, Haroon, Ibrahim, Imran, Ismail, Mohammed, \
               Muhammad, Mustafa, Rayyan, Umar, Yusuf, Zayn",
        surnames: "Ahmed, Akhtar, Ali, Aziz, Begum, Butt, Chaudhry, Hussain, Iqbal, Javed, Khan, \
                   Mahmood, Malik, Miah, Mirza, Qureshi, Rahman, Saeed, Shah, Siddiqui, Uddin",
        middle: Middle::Rare,
    },
    Origin {
        share: 55,
        girls: "Aanya, Anika, Diya, Isha, Jasleen, Kavya, Meera, Nandini, Priya, Riya, Simran, \
                Tara",
        boys: "Aarav, Arjun, Dev, Gurpreet, Harjit, Ishaan, Karan, Krishna, Nikhil, Rohan, \
               Veer, Vihaan",
        surnames: "Bhatt, Chopra, D'Souza, Desai, Fernandes, Gill, Gupta, Iyer, Joshi, Kaur, \
                   Krishnan, Mehta, Nair, Patel, Reddy, Sandhu, Sharma, Singh, Varma",
        middle: Middle::Rare,
    },
    Origin {
        share: 15,
        girls: "Dilini, Kaavya, Maya-Devi, Nethmi, Sahana, Tharushi, Thulasi, Yalini",
        boys: "Dinuk, Kavin, Nimal, Prashan, Ruwan, Sanjeev, Thilan, Vithuran",
        surnames: "Balasubramaniam, de Alwis, Jayawardena, Perera, Rajapakse, Sivakumar, \
                   Tharmalingam, Wickramasinghe",
        middle: Middle::Rare,
    },
    Origin {
        share: 25,
        girls: "Dana, Farah, Hala, Jana, Layan, Leen, Nour, Rania, Salma, Yasmin",
        boys: "Anas, Faisal, Karim, Khaled, Laith, Omar, Rami, Saif, Tariq, Ziad",
        surnames: "Abu Zaid, al-Amin, al-Hassan, Aziz, bin Salim, El-Sayed, Khalil, Mansour, \
                   Nasser, Sabbagh, Shaheen",
        middle: Middle::Rare,
    },
    Origin {
        share: 12,
        girls: "Darya, Laleh, Mahsa, Nasrin, Parisa, Roya, Shirin, Soraya",
        boys: "Arash, Behrouz, Dariush, Farhad, Kian, Navid, Omid, Reza",
        surnames: "Ahmadi, Amiri, Barzani, Karimi, Mohammadzadeh, Noori, Rahimi, Sadeghi, \
                   Stanikzai",
        middle: Middle::Rare,
    },
    Origin {
        share: 20,
        girls: "Ai, Hui Min, Jia Yi, Lan, Mei Ling, Qi, Xin Yi, Xiu, Yan, Yu",
        boys: "An, Bo, Hao, Jian, Jun Wei, Ming, Wei, Yi, Zhi Hao, Zi",
        surnames: "Chan, Chen, Cheung, He, Ho, Lau, Li, Lin, Liu, Ma, Ng, Ou, Wang, Wu, Xu, Yu, \
                   Zhang, Zhao",
        middle: Middle::Rare,
    },
    Origin {
        share: 15,
        girls: "Ánh, Bích, Hương, Linh, Ngọc, Phương, Thảo, Thủy, Trang, Yến",
        boys: "Bảo, Đạt, Đức, Hải, Hiếu, Long, Minh, Quân, Sơn, Tuấn",
        surnames: "Bùi, Đặng, Đỗ, Huỳnh, Lê, Lý, Ngô, Nguyễn, Phạm, Trần, Võ, Vũ",
        middle: Middle::Rare,
    },
    Origin {
        share: 8,
        girls: "Angel, Grazel, Hana, Hye-jin, Jasmine, Princess, Sakura, Yuna",
        boys: "Angelo, Daichi, Ji-ho, John Paul, Kenji, Miguel, Min-jun, Ren",
        surnames: "Bautista, dela Cruz, Kim, Kō, Oh, Park, Reyes, Sato, Villanueva, Yamada",
        middle: Middle::Rare,
    },
];
