// swift-format-ignore-file
// The English part of the corpus: a village by the sea, its people, animals, work and stories.
// Written for this project and part of it. Data only: a blank line ends a paragraph; `CorpusText` joins the lines.

enum CorpusEnglish {
  static let text: StaticString = """
  The village lies between the hill and the sea. It has one long street, a small church, a school
  with a red door, and a harbour where the boats come in. In the morning the street is quiet. Then
  the baker opens her shop, the smell of bread goes from house to house, and one window after
  another opens. By eight o'clock the children are on their way to school, the fishermen are far
  out on the water, and the old men sit on the bench by the well and say that the weather will
  change.

  Anna lives in the last house of the street. From her window she sees the harbour, the boats, and
  the white birds over the boats. Her father is a fisherman and her mother works at the school.
  Anna has a brother, Tom, who is two years younger. Anna likes to read and Tom likes to run. When
  Anna reads, Tom runs around the house. When Tom comes in and sits down, Anna reads to him, and
  for a short time the house is as quiet as the street in the morning.

  The dog of the house is called Bello. He is brown and white, and he is not young any more. In
  the morning he walks with Anna's father to the harbour, sees the boat leave, and walks home
  alone. In the evening he knows when the boat comes back. Nobody tells him. He stands up, goes to
  the door, and waits. Then he runs down to the water, and when the boat is near, he barks two
  times. "Bello says that I am late," says the father, and everyone on the harbour wall laughs.

  The cat belongs to nobody. She is grey, she is thin, and she comes and goes as she likes. Tom
  calls her Mina. In summer Mina sleeps on the roof of the school, and in winter she sleeps behind
  the oven of the bakery. The baker says that she does not like cats, but there is always a bowl
  of milk beside the back door. The cat sees the dog and the dog sees the cat, and both of them
  look away, because they have known each other for a long time.

  The baker is Mrs. Green. She gets up at three o'clock in the night, when even the cat is asleep.
  First she makes the fire. Then she takes flour, water, salt, and a little of the old dough, and
  she works the new dough with both hands until it is soft and warm. The dough must rest for an
  hour. While the dough rests, Mrs. Green drinks a cup of tea and looks out of the window at the
  dark street. When the dough has grown, she cuts it, forms it, and puts it into the hot oven. At
  six o'clock the first bread is ready.

  Every kind of bread has its day. On Monday there is dark bread, which is heavy and keeps for a
  week. On Tuesday there is white bread, which is light and must be eaten soon. On Wednesday Mrs.
  Green bakes bread with nuts, on Thursday bread with seeds, and on Friday she bakes the long thin
  bread that the fishermen take with them in their boats. On Saturday there is sweet bread with
  apples, and on Saturday the line in front of the shop is longer than on any other day. On Sunday
  the oven is cold, and Mrs. Green sleeps until nine.

  The flour comes from the mill on the hill. The miller is old Martin. His father was a miller,
  and the father of his father was a miller too. When the wind is good, the four arms of the mill
  turn slowly against the sky, and inside the great stone turns on the lower stone, and the grain
  becomes flour between them. When there is no wind, Martin sits in front of the mill and carves
  small animals out of wood. There is a row of them on his window: a horse, a cow, a fox, two
  sheep, and a bear that looks a little like the teacher.

  "Why do you not use a motor?" Tom asked him one day. "The wind costs nothing," said Martin. "But
  sometimes there is no wind," said Tom. "Then I wait," said the old man. "And what do you do
  while you wait?" Martin gave him a small wooden dog with one white ear. "This," he said. Tom
  looked at the dog from all sides. It had taken two days without wind to make it, and Tom thought
  that it was the best thing that had ever come out of the mill.

  The teacher is called Ida Stone. She came from the city seven years ago with two heavy bags, one
  full of clothes and one full of books. She had wanted to stay for one year. But the children
  asked so many questions that the year was over before she had answered them all. So she stayed a
  second year, and a third. Now she knows every child, every boat, and every dog in the village,
  and she still says that she will go back to the city as soon as there are no more questions.

  The school has one large room and one small room. In the large room there are twenty tables, a
  map of the world, a clock that is always five minutes late, and a black stove. In the small room
  there are the books. Every child may take one book home on Friday and must bring it back on
  Monday. Some children read their book on Friday evening and ask for another one on Saturday.
  Some children carry their book home and carry it back again, and the book has seen the street
  but nobody has seen the book.

  In the first lesson the children count. The small ones count with stones, the middle ones count
  with their fingers, and the big ones count in their heads. "If three boats come in and each boat
  has forty fish, how many fish are there?" asks the teacher. "One hundred and twenty," says Anna.
  "It depends on the cat," says Tom. The teacher tries not to laugh. "And if the cat takes five of
  them?" she asks. "Then there are one hundred and fifteen," says Tom, "and one cat that is very
  tired."

  In the second lesson the children write. Each letter has a sound, and the sounds together make a
  word, and the words together make a sentence. A sentence starts with a large letter and ends
  with a point. "A sentence is like a boat," says the teacher. "It must have a front and a back,
  and it must carry something from one place to another." The children think about this. Then they
  write sentences. The sea is blue. The dog sees the bird. The bird sees the dog and flies away.
  My brother eats too much. My sister talks too much.

  In the third lesson they look at the map. Here is the sea and here is the land. Here is our
  village, so small that it has no point on the map, and the teacher has drawn one with a red
  pencil. Here is the city, two hours away by train. Here are the mountains, where there is snow
  even in summer. Here is the desert, where it has not rained for a hundred days. "Who has been in
  the city?" asks the teacher, and half of the children lift their hands. "Who has been in the
  desert?" asks the teacher, and nobody lifts a hand but Tom. "In my dream," says Tom.

  The market is on Saturday. The farmers come from behind the hill with their carts. They bring
  potatoes, carrots, onions, cabbage, and beans. They bring apples and pears in autumn, cherries
  and strawberries in early summer. One woman sells nothing but eggs, one man sells nothing but
  honey, and one family sells cheese that is older than the youngest child. The fishermen sell
  their fish at the end of the street, where the wind takes the smell out to the sea again.
  Whoever comes early has the best choice, and whoever comes late has the best price.

  "How much are the apples?" asks a woman with a green hat. "Two coins for a basket," says the
  farmer. "That is too much," says the woman. "Look at them," says the farmer. "They are red, they
  are sweet, and each of them has seen the whole summer." The woman takes an apple and looks at
  it. "This one has also seen a worm," she says. The farmer laughs. "Then the basket is yours for
  one coin and a half." The woman pays, and both of them walk away and think that they have won.

  Anna has four coins. She wants to buy honey for her mother, who has a cold. The small glass
  costs three coins and the large glass costs five. "I have four," says Anna to the honey man. The
  honey man takes the large glass, looks at it against the light, and pours some honey into a cup.
  "Now it is a glass for four coins," he says, "and the cup is for the girl who carries it home."
  Anna drinks the honey out of the cup. It tastes of flowers and of grass, and a little of smoke.

  The sea is never the same. On some days it is flat and grey like a plate, and the boats stand on
  it as if they were painted. On some days it is green, with a white line where the waves break
  over the stones. In the evening it may be red or gold. In winter it is black, and it roars the
  whole night so that the windows shake. The fishermen look at the sea for a long time before they
  go out. They look at the colour of the water, at the clouds, and at the birds. If the birds stay
  on the land, the boats stay in the harbour.

  The boat of Anna's father is called Hope. It is nine metres long, and it is blue with a white
  line. It has a small house for the man who steers, a strong motor, and two nets. Before the sun
  comes up, the father and his friend Peter carry the boxes on board. Then they start the motor
  and go out past the tower with the light. When the land is only a thin line behind them, they
  let the nets into the water. Then they wait, they eat their long thin bread, and they talk or do
  not talk. After three hours they pull the nets in.

  Some days there are many fish and some days there are few. Once there was no fish in the net at
  all, but a wooden chair with three legs. Peter said that they should throw it back, because a
  chair was too small to sell and they should let it grow. The father took it home, and Martin the
  miller made the fourth leg. Now the chair stands in the kitchen beside the window, and it is
  called the fish chair. Whoever sits on it at dinner must tell a story, and it must not be short.

  There is a tower at the end of the harbour, and on the tower there is a light. In the night it
  turns round and round, and from far away it looks like an eye that opens and closes. Long ago a
  man lived in the tower and made the fire every evening with his own hands. Today the light turns
  by itself. But there is still a bed in the tower, and a table, and a book in which the man wrote
  down every ship. The last sentence in the book is: "The night is clear, all ships are home, I go
  to bed."

  In spring the snow on the hill melts and the small river becomes loud. The farmers open the
  doors of the barns, and the cows stand in the sun and do not know what to do with so much light.
  The first flowers are white, the second are yellow, and after that nobody counts them any more.
  The birds come back from the south. They fly over the sea in long lines, and Anna and Tom stand
  on the harbour wall and count them. Anna counts in tens. Tom counts in words: some, more, many,
  very many, too many.

  In summer the days are long. School ends at noon, and in the afternoon the children swim in the
  bay behind the harbour. The water is cold in June, cool in July, and warm in August. The small
  children play where the water comes up to their knees, and the big children swim out to the flat
  stone and lie on it like seals. Sometimes a real seal comes by, looks at the children, and dives
  again. Nobody knows what it thinks. In the evening it does not get dark before ten, and the
  mothers call three times before anyone hears them.

  In autumn the wind comes from the west. It takes the leaves from the trees, the hats from the
  heads, and now and then a shirt from the line behind the house. The apples are ripe, and
  everyone who has two hands helps to pick them. The best apples are put into the cellar on straw,
  one beside the other, so that they do not touch. The small ones become juice, and the ones that
  have fallen become cake. For two weeks the whole village smells of apples, and Mrs. Green sings
  while she bakes.

  In winter the village is small and warm. The boats lie on the land with their bottoms up. The
  fishermen mend their nets and paint their boats, and in the evening they sit at the stove and
  tell how big the fish were in summer. Each winter the fish become a little bigger. When the snow
  comes, it comes in one night. In the morning the street is white and without a sound, and the
  first steps in the snow are always those of the cat. The teacher lets the children go out for
  the first lesson, because, she says, snow is also a lesson.

  One day in March the dog did not come home. Bello had gone to the harbour with the father, as on
  every morning, and the boat had left, but no dog came back up the street. Anna asked the baker.
  "I have not seen him today," said Mrs. Green. Tom asked the old men on the bench. "He passed at
  six," said the first. "It was seven," said the second. "It was a different dog," said the third.
  So the children went down to the harbour, and they looked behind every box, under every boat,
  and in every corner.

  They went along the beach and called his name. The wind took the name and carried it away. They
  asked the woman who collects stones, and she had seen a dog, but it was black. They asked the
  boy who sells newspapers, and he had seen a brown dog, but it was small. They went up the hill
  to the mill. Martin stood in the door with flour in his hair. "I have not seen him," he said,
  "but I have heard him. An hour ago somebody barked two times behind the old barn. Only one dog
  in this village barks two times."

  Behind the old barn there was a deep hole, where a cellar had been long ago. And in the hole sat
  Bello, and between his paws sat a very small cat. It was grey, it was wet, and it cried without
  a sound. Bello looked up at the children and barked two times, as if he wanted to say that they
  were late. Tom climbed down with a rope around his body. First he put the small cat under his
  shirt. Then he tied the rope around the dog, and Martin and Anna pulled together. Last of all
  came Tom, and he was brown from head to foot.

  "So Mina has a child," said the baker when they came into the shop. She said again that she did
  not like cats. Then she put a second bowl beside the first one. The small cat drank, and fell
  into the milk, and was dried with a towel that was really for the bread. In the evening the
  father came home and wondered why no dog had barked at the harbour. Bello lay in front of the
  stove and slept. Tom sat on the fish chair, and it was the longest story that had ever been told
  on it.

  Not far from the village there is a forest. It starts behind the fields, and it goes on for two
  days if you walk, or so they say. At the edge of the forest the trees are thin and the light is
  green. Deeper in, the trees are old and thick, the ground is soft, and it is so quiet that you
  hear your own heart. There are deer in the forest, and foxes, and wild pigs that nobody wants to
  meet. There is also an owl. Nobody has seen the owl, but everyone has heard it, and the children
  say that it asks a question: who, who, who?

  A fox lives under the roots of an old oak. In the day he sleeps, and in the night he goes out to
  see what the world has for him. Sometimes the world has a mouse, sometimes an egg, and sometimes
  only a frog. One night he came to the wall behind the bakery, and he met the grey cat. The fox
  looked at the cat and the cat looked at the fox. He was bigger, but she was at home. They stood
  there until the moon had moved from one roof to the next. Then the fox turned round and went
  back, and the cat washed her left paw as if nothing had happened.

  The bees of the honey man live in twelve wooden houses beside the forest. Each house has its own
  colour, so that the bees know where they live. In one house there are more bees than there are
  people in the city. Some of them clean, some of them build, some of them guard the door, and the
  oldest ones fly out and look for flowers. When a bee has found a good place, she comes home and
  dances. The dance says how far it is and in which direction. The other bees follow the dance,
  and then they fly to the flowers as straight as a line.

  How is a boat built? First you need a plan, and the plan needs a long table and a good pencil.
  Then you need wood: oak for the long piece at the bottom, pine for the sides, and ash for
  everything that must bend. The wood must be dry, and to become dry it needs two years. The
  builder makes the ribs first. They stand in a row like the ribs of a great fish. Then he bends
  the long boards over the ribs and nails them, one board over the other. Last comes the paint,
  three times, and between one time and the next a whole day of waiting.

  When the boat is ready, the whole village comes to the harbour. The children may choose the
  name. They write names on pieces of paper, and the youngest child takes one out of a hat. One
  boat was called Hope, one was called Morning, one was called Anna, and one was called Cake,
  because that year the youngest child had written the paper himself. The fishermen did not laugh.
  They painted the name on both sides in large white letters. The Cake is a good boat, they say,
  and it has never come home empty.

  Once a month the doctor comes to the village. She has a brown bag and a loud car. The people sit
  in the large room of the school and wait. The first has a cough, the second has a bad knee, and
  the third has nothing but would like to talk. The doctor listens to all of them. She listens to
  the heart, to the breath, and to the story. "Drink tea, sleep well, and do not carry heavy boxes
  for a week," she says to Peter the fisherman. "Who will carry the boxes then?" asks Peter. "Your
  friends," says the doctor. "That is what they are for."

  The train stops at a small station behind the hill. It is a house with one room, one bench, and
  one clock, and this clock is always right. Two trains come every day. The morning train goes to
  the city and the evening train comes back. The man at the station has a blue cap and a green
  flag. When he lifts the flag, the train leaves. He has lifted the flag twelve thousand times, he
  says, and the train has never left without it. "And if you forget it one day?" asks Tom. The man
  thinks about this for so long that the train nearly leaves too late.

  In May the class goes to the city by train. The children sit at the windows and see the fields
  go by, and the bridges, and the backs of the houses. Then the houses become higher and higher,
  and then there are only houses. "Hold hands and count yourselves," says the teacher. There are
  nineteen children at the station, nineteen children in the street, and nineteen children in
  front of the museum. In the museum there are ships in bottles, kings made of stone, and the
  bones of an animal that was as long as the harbour wall. In the evening there are nineteen
  children in the train, and eighteen of them are asleep.

  The child that is not asleep is Anna. She thinks about the city. There were so many people, and
  nobody said good morning. There was a shop that sold only lamps and a shop that sold only
  clocks, and all the clocks showed a different time. There was a library with more books than a
  person can read in a life, even a person who does not sleep. "How many books can one person
  read?" she asks the teacher. "If you read one book every week for seventy years, you can read
  three thousand six hundred and forty," says the teacher. Anna is silent. "Then I must choose
  well," she says.

  The old woman at the end of the street was once a sailor. Her name is Rosa, she is eighty-two
  years old, and she has been around the world three times. In her room there is a shell that is
  as large as a head, a mask with a long nose, and a clock without hands. "Why does the clock have
  no hands?" asked Tom. "On the ship I always knew the time," said Rosa. "When I came home, I
  wanted to have no time at all, or as much as I like." She gave him a piece of cake and did not
  say how late it was.

  Rosa tells how the stars show the way. "In the north there is a star that does not move," she
  says. "All the others turn around it, like the children around the tree. If you see this star,
  you know where north is, and if you know where north is, you know where everything is." Anna and
  Tom lie on the harbour wall and look up. At first they see ten stars, then a hundred, and then
  so many that there are no numbers for them. One of them falls. "Did you make a wish?" asks Anna.
  "Yes," says Tom. "But if I say it, it is gone." He wished for a second dog.

  Sometimes there is a storm. The first sign is that the birds are silent. Then the sky in the
  west becomes dark, and a cold wind runs up the street and closes the doors. The fishermen put
  two more ropes on every boat. The baker takes her sign down, the miller ties the arms of the
  mill, and the teacher counts the children and sends them home. Then the rain comes, not in drops
  but in one piece. The waves climb over the harbour wall, and the tower stands in the white water
  and turns its light round and round, as if it were looking for someone.

  In the night of the great storm a ship was in danger. It was a sailing ship from the south with
  eleven men on board, and its mast was broken. The light showed it to the people on the land: for
  a moment it was there, then it was dark, then it was there again and nearer to the stones.
  Nobody had to call the fishermen. They took the biggest boat, and that was the Cake. Six of them
  went out, and Anna's father was one of them. The women and the children stood on the wall and
  held the lamps as high as they could.

  It took three hours. Three times the Cake came near the ship, and three times the waves threw it
  back. The fourth time Peter threw a rope, and a hand caught it. One after another the eleven men
  came over, and the last was the captain, who carried a box under his arm. In the school there
  was hot soup, and there were dry clothes, although not in all sizes. When the captain opened the
  box, the children saw why he had not left it behind. In the box there was a violin. He played on
  it until the morning came, and outside the sea became quiet, as if it were listening.

  There was once a king who wanted to know everything. He sent ten men into the world with ten
  empty books. "Write down all that is known," he said, "and come back." After ten years they came
  back with ten full books. "That is too much," said the king, "I have a country to rule. Make one
  book of the ten." After a year there was one book. "I am old now," said the king, "and my eyes
  are weak. Make one page of the book." After a month there was one page. "Read it to me," said
  the king. The youngest of the men read: "People are born, they ask, and they do not get all the
  answers." The king was silent for a long time. "Then I have not missed much," he said.

  A crow was thirsty. In the garden she found a jar with water in it, but the water was low and
  the neck of the jar was narrow. She pushed the jar, but it was too heavy. She put her head in,
  but the water was too far down. Then she saw the small stones on the path. She took one stone
  and dropped it into the jar, and the water rose a little. She took a second stone, and a third,
  and it rose a little more. After twenty stones she could drink. "That crow can count," said Tom
  when the teacher had read the story. "No," said Anna. "She can wait."

  Two goats met in the middle of a narrow bridge. One wanted to go to the left and the other
  wanted to go to the right. "Go back," said the first goat, "I was here before you." "Go back
  yourself," said the second goat, "I am older than you." They stood there the whole morning. In
  the afternoon a third goat came, looked at the two, lay down on the bridge, and said: "One of
  you may walk over me." The goats were so surprised that both of them stepped back. The third
  goat stood up and went home over the empty bridge.

  A farmer had a donkey that carried salt to the market. One day the donkey fell into the river.
  When he stood up, the salt was gone and the load was light. The next day he fell again, and this
  time it was not by chance. The farmer understood. On the third day he loaded the donkey with
  sponges. The donkey came to the river, fell into the water, and wanted to stand up with a light
  load. But the sponges had drunk half the river. From that day on the donkey walked through the
  water with great care, and he carried whatever he was given.

  The teacher gives the class a riddle every Friday. "It has four legs in the morning, but it
  cannot walk. It has a back, but it cannot lie down. What is it?" "A tired dog," says Tom. "A
  chair," says Anna. "It runs the whole day and never leaves its bed. What is it?" "My brother,"
  says Anna. "A river," says Tom. "The more you take away from it, the larger it becomes. What is
  it?" Nobody knows the answer. On Monday a small boy from the first row says: "A hole. I dug one
  on Saturday to be sure."

  How do you cook a fish soup? You take two onions, three carrots, four potatoes, and one fish for
  each person at the table. You cut the onions small and fry them in butter until they are golden.
  You add the carrots and the potatoes and as much water as the pot can hold. You let it cook for
  twenty minutes. Then you add the fish, salt, pepper, and a spoon of cream, and you let it rest
  for ten minutes more. You must not stir too much, or the fish falls apart. "And where does the
  fish come from?" asked the woman in the city. "From the sea," said Peter. "I mean, from which
  shop?" said the woman.

  How do you draw a house? First you draw a square. That is the wall. On top of the square you
  draw a triangle. That is the roof. In the middle of the wall you draw a door, and beside the
  door you draw a window with a cross in it. On the roof you draw a chimney, and from the chimney
  you draw smoke. Every child in the class draws the same house, although no house in the village
  looks like that. Only Tom draws a different one. His house has three doors. "One for people, one
  for dogs, and one for the wind," he says. The teacher hangs his picture beside the clock.

  What is heavier, a kilo of feathers or a kilo of stones? Half of the class says the stones, and
  the other half laughs, because they have heard the question before. So the teacher brings the
  old scale from the kitchen of the school. On the left side she puts a stone of one kilo. On the
  right side the children put feathers: those of the chickens, those of the birds on the beach,
  and in the end a whole pillow. The scale moves slowly, and then it stands still, and both sides
  are equally high. "You see," says the teacher. "It is not the same thing to know it and to carry
  it."

  The moon is not always the same. Now she is round like a plate, now she is half, now she is as
  thin as the nail of a finger, and for one night in each month she is not there at all. Anna
  writes it down in her notebook. Every evening she draws a small circle and makes the dark part
  black. After four weeks there are twenty-eight circles on the page, and the last one is like the
  first one. "So she comes back," says Anna. "She was never away," says Rosa, who has seen the
  moon from both sides of the world. "It is only the light that moves."

  The clock on the church has two hands. The short hand shows the hours and the long hand shows
  the minutes. At noon both of them point to the sky. Every hour the bell rings, once at one
  o'clock, twice at two, three times at three. In the night the bell does not ring, because the
  baker goes to bed at eight and has asked for it. One day the short hand fell off and landed in
  the flowers. For a week the clock showed only minutes. "It is twenty past something," said the
  old men on the bench, and nobody came late, because nobody could say to what.

  On the beach you can find many things after a storm. There are shells, white and brown and pink.
  There is wood that the water has made smooth. There are bottles, ropes, shoes, and once there
  was a door with a number on it. The woman who collects stones walks there every morning. She has
  round stones and flat stones, stones with a line around them and stones with a hole. She does
  not sell them. She puts one on each wall in the village, and nobody takes it away. If you sit on
  a wall in the evening, you always have a warm stone beside you.

  A letter came for old Martin. It had a blue stamp and it came from far away. Martin cannot read
  well without his glasses, and the glasses had been lost in the flour since Easter. So Anna read
  it to him. "Dear brother," she read, "it is forty years since I went away. I have a house, two
  sons, and a garden with lemon trees. I often think of the wind on the hill. Does the mill still
  turn? I am coming in June." Martin said nothing. Then he went outside and looked at the mill for
  a long time, as if he saw it for the first time, and on the next day he began to paint it.

  In June the brother came with the evening train. He was small and brown, and he wore a yellow
  hat. The man with the green flag forgot to lift it, because he wanted to see what would happen.
  The two brothers stood on the platform and looked at each other. "You have become old," said the
  one. "You have become small," said the other. Then they laughed, and it was the same laugh. They
  went up the hill together, step by step, and the wind was good that evening. The mill turned
  until it was dark, although there was no more grain to grind.

  The brother stayed until autumn. He planted a lemon tree in front of the mill, although everyone
  told him that it was too cold for lemons here. He put a wall of stones around it, and in winter
  Martin built a small house of glass over it. The tree did not die. It did not grow much either.
  But in the third year there was one flower on it, and in the fourth year there was one lemon. It
  was as small as a nut and so sour that nobody could eat it. They cut it into thirty pieces, and
  every house in the village had a piece of lemon in its tea.

  The children of the village have a secret place. It is an old boat that lies upside down behind
  the last house. If you know which board is loose, you can crawl inside. There is a box with a
  candle, three blankets, and a tin with biscuits that belongs to all. On the wood there are
  names, cut with a knife, and some of them are very old. Anna found the name of her father there,
  and under it the name of her mother. She did not tell anyone. But at dinner she looked from the
  one to the other and laughed, and nobody knew why.

  Peter the fisherman cannot swim. He has been at sea for thirty years, in the rain and in the
  sun, and he has never once been in the water. "If you fall in, what will you do?" asked Tom. "I
  do not fall in," said Peter. But Tom asked every day, and in the end Peter agreed. On a warm
  evening in August he stood in the bay, up to his chest, with a rope around his body and six
  children around the rope. "Lie on the water as if it were a bed," said Anna. Peter lay down. The
  water held him. "Well," he said, and looked at the sky, "so that is what the fish see."

  The smallest house in the village belongs to a tailor. It is so narrow that he can touch both
  walls at once. On the table there is a machine that his mother used, and on the wall there are
  threads in all colours, from white to black, in the order of the rainbow. The tailor makes
  trousers longer when the children grow, and he makes them wider when the grown-ups do. He can
  see from the clothes how people live. This coat has been sitting too much. This shirt has been
  working. These trousers have been up a tree. He never says it aloud, but he smiles with the
  needles in his mouth.

  One winter the village played a play. It was called The Three Wishes. Mrs. Green was the fairy,
  because she owned a white dress. Peter was the poor man, and the doctor with the loud car was
  his wife. The poor man had three wishes. First he wished for a sausage, because he was hungry.
  Then his wife became angry and wished that the sausage might hang on his nose. Then there was
  only one wish left, and they needed it to get the sausage down again. The people laughed so much
  that the stove shook. Only Bello did not laugh. He waited for the end of the play, and then he
  ate the sausage.

  If you ask ten people in the village what is the best time of the day, you get ten answers. The
  baker says the hour before the sun, when the bread is in the oven. The fishermen say the moment
  when the net comes up and nobody knows yet what is in it. The teacher says five minutes past
  eight, when all the children are sitting and nobody has said anything yet. The old men say now.
  Anna says the evening, when the lamp is on and the book is open. Tom says the end of the last
  lesson. The cat says nothing, but she stretches in the sun at noon, and one can see what she
  thinks.

  Once there was a summer without rain. June was dry, July was dry, and in August the river was
  only a path of stones. The farmers carried water from the well to the fields, first in the
  evening, then in the night too. The well became deeper and the rope became longer. The old men
  said that it would rain, and this time all three of them agreed, but it did not rain. The leaves
  fell in August. The cows stood in the shade and did not want to eat. People talked less.
  Everyone looked at the sky, and the sky was blue, and nobody wanted to see blue any more.

  On the last day of August the honey man came down from the forest. "The bees are staying at
  home," he said. That was all. In the afternoon the birds were silent. In the evening a small
  cloud stood over the sea, no larger than a hand. The people came out of their houses and looked
  at it. The cloud grew. It became a mountain, and the mountain became the whole sky. When the
  first drop fell into the dust of the street, it made a dark point as large as a coin. Then there
  was a second one, and a third. Then nobody could count any more. The people did not go into the
  house. They stood in the street with open hands, and the baker's shop was full of wet people who
  laughed.

  Anna wants to know where the wind comes from. The father says from the west. The teacher says
  that it comes from places where the air is heavy and goes to places where the air is light.
  Martin says that he does not ask where it comes from, as long as it comes. Rosa says that she
  has met the wind in every part of the world, and that it is always the same one. In the evening
  Anna stands on the hill and holds up a wet finger. One side of the finger becomes cold. "It
  comes from there," she says to Bello. Bello lifts his nose. He has known it all the time, and
  also what they are having for dinner in the next village.

  Tom collects words. He has a box, and in the box there are pieces of paper, and on each piece
  there is a word. Some words are there because they are long, and some because they are short.
  Some are there because they sound like what they mean: splash, crack, whisper, buzz. Some are
  there because nobody knows what they mean, not even the teacher. "What will you do with them?"
  asked Anna. "When I have a thousand, I will shake the box and take them out one after another,"
  said Tom. "And then?" "Then it is a story, or it is not." He has three hundred and twelve.

  The new boy came in October. His name was Sami, and he came with his mother from a country where
  another language is spoken. On the first day he said nothing. On the second day he said nothing.
  On the third day Tom put his wooden dog on Sami's table. "Dog," said Tom. Sami looked at it and
  said a different word. Tom wrote the word on a piece of paper and put it into his box. Then he
  pointed at the window. "Window," said Tom, and Sami said another word. At noon they had twenty
  words each. In winter Sami told the class a story in their own language, and the only word he
  did not know was the word for snow.

  Sami had never seen snow. When it came in the night, he stood at the window and called his
  mother. They went out in their shoes and held out their hands. It was soft and it was cold, it
  was there and then it was water. "Where does it go?" asked Sami. "Into the river," said the
  teacher, "and from the river into the sea, and from the sea into the sky, and next year it comes
  back." Sami thought about this. "So it is not new," he said. "No," said the teacher. "But every
  time it is new for somebody."

  In the library of the city there is a man who repairs books. He is not young, he speaks softly,
  and his hands smell of glue. Once a year he comes to the village with a small bag and looks at
  the books of the school. He knows what has happened to each of them. This one fell into a bath.
  This one was read under a blanket. A goat has eaten the end of this one. He cuts, he sews, and
  he presses, and when he goes, the books stand straight again. Where the goat was, he leaves
  three empty pages. The children may write the end themselves. There are seven ends now, and
  nobody remembers the real one.

  A machine was set up at the station. If you put a coin in it, it gives you a ticket. It has a
  slot, a button, and a voice. "Please choose," says the voice. The woman with the green hat did
  not know what to choose. She wanted to go to her sister, and her sister was not on the list.
  "Please choose," said the voice again. "She lives behind the bridge, in the house with the pear
  tree," said the woman. "Please choose," said the voice. Then the man with the blue cap came out
  of the station. "Two stops," he said, "and say hello to her." The machine is still there. It
  sells very good tickets, and it has learned nothing.

  The teacher explains what a machine can learn. "You show it a picture of a cat and say: cat. You
  show it a picture of a dog and say: dog. At first it only guesses. When it is wrong, you turn a
  small screw, and when it is right, you turn nothing. After ten thousand pictures the screws are
  in the right place, and it knows a cat that it has never seen." "How many screws?" asks Anna.
  "Very many," says the teacher. "And who turns them?" asks Tom. "It turns them itself," says the
  teacher, "a little, in the direction that makes the mistake smaller." "That is what I do with my
  bicycle," says Tom.

  They try it with words. On the board there is a sentence, and the last word is covered. The man
  sees the. "What comes next?" asks the teacher. "Dog," say five children. "Boy," say three.
  "Sea," says one. The teacher makes a table. Then she adds the word before: in the evening the
  man sees the. Now four children say moon. "The more you know of what came before, the better you
  can guess what comes after," says the teacher. "And if you know everything that came before?"
  asks Anna. The teacher looks out of the window at the three old men on the bench. "Then," she
  says, "you still do not know whether it will rain."

  On the longest day of the year there is a feast. Tables stand in the street from the church to
  the harbour, and everyone brings what they have. There are bread and cheese, fish and soup,
  cherries, cakes, and a bowl of something green that the doctor has made and that nobody eats.
  When the sun is low, the captain's violin is brought out, for he gave it to the village when he
  went home. Sami's mother plays it. The old dance with the young, the small dance on the feet of
  the big, and Peter dances with a chair, because it is the fish chair and it has a story to tell.

  The day after the feast is the quietest day of the year. The tables are carried back, the cups
  are washed, and the dogs look for bones under the benches. Nobody works before ten. The
  fishermen sit on the harbour wall and let their legs hang down. "It was good," says one. After a
  while another says: "Yes." The sea is flat. A cloud stands over the hill and has no plan. In the
  school the clock is five minutes late, as always, and as always nobody minds. It is as if the
  village were a boat that lies in the harbour and rests, with all its ropes tied and all its
  people on board.

  When Anna was twelve, she went to the big school in the city. She took the morning train and
  came back with the evening train, two hours there and two hours back. On the first day everyone
  came to the station. The baker gave her bread, Martin gave her a wooden bird, and Tom gave her a
  word from his box, and he did not say which. In the train she opened the paper. On it was
  written: return. She put it into her notebook, between the moons. And every evening, when the
  train came round the hill, she saw first the tower, then the mill, then the red door, and at the
  end of the platform a boy and an old dog, who barked two times.

  Years later somebody asked Anna what she had learned in the village. She thought for a while.
  "To look at the sea before you go out," she said. "To let the dough rest. To wait for the wind,
  and to carve something while you wait. To count in tens, and to know that one can also count in
  other ways. To knock at the door and then to come in. That a dog may be late, but not without a
  reason. That the best price comes at the end of the market and the best choice at the
  beginning." "And which is better?" asked the other. "It depends on the cat," said Anna.

  At night, when everyone is asleep, the village talks to itself. The stairs say crack, the clock
  says tick, and the stove says something long and soft. The mouse under the floor says nothing,
  because the cat is listening. Out on the water a bell rings on its own, moved by the waves. The
  light turns on the tower and writes a white line over the roofs, over the mill, over the trees
  of the forest, and over the sea, where somebody may read it. The baker's window becomes yellow.
  It is three o'clock. In a moment there will be flour on the table, and then water, and salt, and
  a little of the old dough, and a new day can rise.
  """
}
