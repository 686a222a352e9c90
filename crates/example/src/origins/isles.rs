//! English, Welsh, Scottish and Irish names, among them names that are words.

use super::{Middle, Origin};

pub(super) const ORIGINS: &[Origin] = &[
    Origin {
        share: 315,
        girls: "Abigail, Alice, Amelia, Anna, Ava, Beatrice, Bethany, Charlotte, Chloë, Daisy, \
                Eleanor, Eliza, Elizabeth, Ella, Emily, Erin, Esme, Evie, Faith, Florence, Freya, \
                Georgia, Grace, Hannah, Harriet, Heidi, Holly, Hope, Imogen, Isabella, Isla, Ivy, \
                Jennifer, Joy, Katie, Lily, Lola, Lucy, Maisie, Martha, Matilda, May, Millie, \
                Molly, Nancy, Olivia, Penelope, Phoebe, Poppy, Rebecca, Robyn, Rosie, Ruby, \
                Sienna, Sophie, Summer, Tabitha, Violet, Willow, Zoë",
        boys: "Adam, Albert, Alexander, Alfie, Archie, Arthur, Barnaby, Ben, Benjamin, Caleb, \
               Charlie, Connor, Daniel, Dexter, Dylan, Edward, Elliot, Ethan, Felix, Finley, \
               Frank, Frederick, George, Harry, Harvey, Henry, Hugo, Hunter, Isaac, Jack, Jacob, \
               James, Jasper, Joseph, Joshua, Jude, Leo, Lewis, Logan, Louis, Luca, Mark, Mason, \
               Max, Nathaniel, Noah, Oliver, Oscar, Ralph, Reuben, Rory, Samuel, Sebastian, \
               Stanley, Theodore, Thomas, Toby, Tristan, William, Zachary",
        surnames: "Abbott, Allen, Appleton, Archer, Armitage, Ashworth, Atkinson, Bailey, Baker, \
                   Barker, Barnes, Beckett, Bennett, Best, Birch, Bishop, Blackwell, Booth, \
                   Bradley, Brook, Brown, Burton, Butler, Carter, Chadwick, Clarke, Cole, Cook, \
                   Cooper, Cox, Dale, Davies, Dawson, Day, Dixon, Ellis, Fairclough, Fisher, \
                   Fletcher, Ford, Fox, Gardner, Gibson, Green, Greenwood, Hall, Hardy, Harris, \
                   Hayward, Hill, Holloway, Hughes, Hunt, Ingham, Jackson, Johnson, Kaye, King, \
                   Knight, Lamb, Lawson, Long, Marsh, Mason, Mills, Moon, Morris, Nash, Newton, \
                   Osborne, Palmer, Parker, Parsons, Payne, Pearce, Perkins, Pickering, Power, \
                   Price, Read, Rhodes, Rice, Richardson, Robinson, Rowe, Sharp, Shaw, Shepherd, \
                   Slater, Smith, Spencer, Stone, Sutcliffe, Swift, Taylor, Thompson, Tucker, \
                   Turner, Walker, Walsh, Ward, Waterhouse, West, White, Wilkinson, Williamson, \
                   Winter, Wood, Wright, Young",
        middle: Middle::Usual,
    },
    Origin {
        share: 45,
        girls: "Bronwen, Catrin, Cerys, Eira, Elin, Ffion, Gwen, Lowri, Mair, Megan, Nia, Seren, \
                Siân",
        boys: "Aled, Bryn, Dafydd, Emyr, Evan, Gethin, Gruffydd, Gwilym, Ieuan, Iwan, Macsen, \
               Morgan, Siôn",
        surnames: "ap Rhys, Bevan, Bowen, Evans, Griffiths, Gwynne, Howells, Jenkins, Jones, \
                   Lewis, Lloyd, Morgan, Owen, Parry, Powell, Probert, Thomas, Vaughan, Williams",
        middle: Middle::Usual,
    },
    Origin {
        share: 45,
        girls: "Ailsa, Catriona, Eilidh, Fiona, Iona, Isobel, Kirsty, Mairi, Morven, Skye",
        boys: "Alasdair, Angus, Cameron, Craig, Duncan, Euan, Fergus, Hamish, Innes, Lachlan, \
               Murray, Struan",
        surnames: "Buchanan, Campbell, Drummond, Gillespie, Gordon, Henderson, Kerr, MacDonald, \
                   MacLeod, McAllister, McKenzie, Muir, Murray, Ross, Sinclair, Stewart, Wallace",
        middle: Middle::Usual,
    },
    Origin {
        share: 45,
        girls: "Aoife, Caoimhe, Ciara, Clodagh, Éabha, Fionnuala, Gráinne, Maeve, Órla, Róisín, \
                Saoirse, Sinéad",
        boys: "Cian, Cillian, Cormac, Darragh, Declan, Donnacha, Eoin, Oisín, Pádraig, Patrick, \
               Rónán, Seán",
        surnames: "Brennan, Byrne, Doyle, Farrell, Fitzgerald, Gallagher, Keane, Kelly, Murphy, \
                   Nolan, Ó Briain, O'Connor, O'Donnell, O'Neill, Quinn, Ryan, Sweeney",
        middle: Middle::Usual,
    },
];
