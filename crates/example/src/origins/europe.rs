//! Names from the Continent.

use super::{Middle, Origin};

pub(super) const ORIGINS: &[Origin] = &[
    Origin {
        share: 60,
        girls: "Agnieszka, Aleksandra, Alicja, Gabriela, Hanna, Julia, Kalina, Katarzyna, Łucja, \
                Maja, Małgorzata, Oliwia, Róża, Wiktoria, Zuzanna",
        boys: "Adrian, Bartosz, Filip, Jakub, Jan, Kacper, Łukasz, Maciej, Michał, Oskar, \
               Paweł, Stanisław, Szymon, Tomasz, Wojciech",
        surnames: "Adamczyk, Dąbrowski/Dąbrowska, Gołąb, Jabłoński/Jabłońska, Kowalczyk, \
                   Kowalski/Kowalska, Lewandowski/Lewandowska, Mazur, Nowak, Pająk, Sikora, \
                   Szczepański/Szczepańska, Wójcik, Wrona, Zając, Zieliński/Zielińska",
        middle: Middle::Usual,
    },
    Origin {
        share: 40,
        girls: "Adina, Alexandra, Andreea, Bianca, Cătălina, Daria, Elena, Ilinca, Ioana, Ștefania",
        boys: "Alexandru, Andrei, Bogdan, Cristian, Dragoș, Florin, Ionuț, Matei, Mihai, Răzvan, \
               Ștefan, Vlad",
        surnames: "Bălan, Ciobanu, Constantin, Diaconu, Dumitru, Ionescu, Lupu, Marin, Munteanu, \
                   Pop, Popescu, Rusu, Stănescu, Țurcanu, Ungureanu",
        middle: Middle::Usual,
    },
    Origin {
        share: 25,
        girls: "Anastasiia, Daryna, Kateryna, Kira, Mariia, Oksana, Sofiia, Yeva, Yuliia, Zlata",
        boys: "Andriy, Artem, Bohdan, Danylo, Dmytro, Maksym, Mykola, Nazar, Oleksandr, Taras, \
               Volodymyr, Yaroslav",
        surnames: "Bondarenko, Hrytsenko, Kovalenko, Kravchuk, Lysenko, Marchenko, Melnyk, \
                   Moroz, Panchenko, Polishchuk, Savchenko, Shevchuk, Tkachenko",
        middle: Middle::Rare,
    },
    Origin {
        share: 20,
        girls: "Austėja, Emilija, Gabija, Ieva, Kamilė, Liepa, Miglė, Rūta, Ugnė, Viltė",
        boys: "Benas, Dominykas, Dovydas, Gustas, Jokūbas, Lukas, Matas, Mykolas, Nojus, Žygimantas",
        surnames: "Balčiūnas/Balčiūnaitė, Butkus/Butkutė, Jankauskas/Jankauskaitė, \
                   Kazlauskas/Kazlauskaitė, Paulauskas/Paulauskaitė, Petrauskas/Petrauskaitė, \
                   Stankevičius/Stankevičiūtė, Urbonas/Urbonaitė, Vasiliauskas/Vasiliauskaitė, \
                   Žukauskas/Žukauskaitė",
        middle: Middle::Rare,
    },
    Origin {
        share: 25,
        girls: "Beatriz, Carolina, Inês, Leonor, Mafalda, Margarida, Mariana, Matilde, Rita, \
                Sofia",
        boys: "Afonso, André, Diogo, Duarte, Gonçalo, João, Luís, Martim, Rui, Simão, Tomás",
        surnames: "Almeida, Carvalho, Conceição, da Silva, de Souza, dos Santos, Esteves, \
                   Ferreira, Gonçalves, Lopes, Magalhães, Pereira, Simões, Teixeira",
        middle: Middle::Usual,
    },
    Origin {
        share: 20,
        girls: "Alba, Carmen, Inés, Lucía, Marta, Nerea, Noa, Paula, Rocío, Valentina",
        boys: "Alejandro, Álvaro, Bruno, Gael, Iker, Íñigo, Javier, Mateo, Nicolás, Raúl",
        surnames: "Castillo, de la Cruz, Delgado, Domínguez, Fernández, García López, Ibáñez, \
                   Jiménez, Molina, Muñoz, Navarro, Peña Ruiz, Rodríguez, Vázquez",
        middle: Middle::Rare,
    },
    Origin {
        share: 15,
        girls: "Anouk, Chiara, Elodie, Françoise, Greta, Ilse, Lieke, Margaux, Ottilie, Saskia",
        boys: "Bastien, Dirk, Étienne, Jonas, Jürgen, Lorenzo, Matteo, Niels, Rémy, Søren",
        surnames: "Bianchi, De Luca, Dubois, Jansen, Lefèvre, Møller, Müller, Rossi, Schäfer, \
                   van den Berg, van der Meer, von Arnim",
        middle: Middle::Usual,
    },
    Origin {
        share: 15,
        girls: "Azra, Dilara, Ela, Gülşen, İpek, Nehir, Özge, Sevgi, Şebnem, Yağmur",
        boys: "Berk, Can, Çağlar, Deniz, Emre, Kerem, Mert, Oğuz, Ömer, Ünal",
        surnames: "Acar, Aydın, Çelik, Demir, Erdoğmuş, Güneş, Kaya, Koç, Öztürk, Şahin, Yıldız",
        middle: Middle::Rare,
    },
];
