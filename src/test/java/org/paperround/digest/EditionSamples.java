package org.paperround.digest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paperround.digest.EditionView.Group;
import org.paperround.digest.EditionView.Item;
import org.paperround.digest.PaperView.Link;

/** EditionSamples to look at: invented papers, in the shapes real ones come in. */
public final class EditionSamples {

  private static final String URL = "https://papers.example/";
  private static final String TOKEN =
      "AQQAAAAAAAAAKgAAAABp-kgAoLq3mXz0dZ5pXw1rT8vY2cQkJ6uB4nHsE9fLgD7iMb0";

  private EditionSamples() {}

  /** Every shape an edition can have. */
  public static Stream<EditionView> all() {
    return Stream.of(
        seven(), fifty(), longest(), hostile(), nothing(), nothingAtAll(), trendingAlone(), bare());
  }

  /** All papers of an edition, in their order. */
  static List<Item> items(EditionView edition) {
    Group trending = edition.trending();
    return Stream.concat(
            edition.groups().stream(), trending == null ? Stream.empty() : Stream.of(trending))
        .flatMap(group -> group.items().stream())
        .toList();
  }

  /** The usual one: seven papers in three groups, and what trends. */
  public static EditionView seven() {
    return edition(
        List.of(
            new Group(
                "preference optimization",
                List.of(
                    item(
                        paper(
                            "2605.01234",
                            "Asking Twice: Preference Optimization When Annotators Disagree With"
                                + " Themselves",
                            412,
                            18,
                            "Preference data is usually treated as if every annotator answered the"
                                + " same way every time. We asked the same people the same"
                                + " questions a week apart and found that one answer in five"
                                + " changes. We propose a loss that models this self-disagreement"
                                + " and needs no second round of labels. On four benchmarks it"
                                + " matches methods trained on twice the data.",
                            "Ana Novak",
                            "Joon-ho Bae",
                            "Priya Raghunathan",
                            "Lukas Weber",
                            "Mei Tanaka"),
                        Why.of(
                            Why.Part.plain("because "),
                            Why.Part.found("preference optimization"),
                            Why.Part.plain(" stands in the title · cs.CL")),
                        "annotator disagreement"),
                    item(
                        paper(
                            "2605.01877",
                            "A Small Judge Is Enough",
                            57,
                            2,
                            "Large models are often used to grade the answers of smaller ones. We"
                                + " show that a judge of one billion parameters, trained for an"
                                + " afternoon on pairs of answers, ranks them as well as one fifty"
                                + " times its size. Its mistakes are also easier to predict.",
                            "Thomas Adeyemi",
                            "Clara Lindqvist"),
                        Why.of(
                            Why.Part.plain("because "),
                            Why.Part.found("preference optimization"),
                            Why.Part.plain(" stands in the abstract · cs.CL, cs.LG"))),
                    item(
                        paper(
                            "2605.02010",
                            "<b>{\\Psi}</b> ${x} & \"y\": Reward Models on $O(n^2)$ Trees",
                            0,
                            0,
                            "We study trees of comparisons, e.g. those of Fig. 2, in which each"
                                + " node is a {\\it pair}. Costs fall from $O(n^2)$ to"
                                + " $O(n \\log n)$ at no loss & the proof is half a page.",
                            "Andr\\'e M. Silva"),
                        Why.of(
                            Why.Part.plain("because "),
                            Why.Part.found("preferences"),
                            Why.Part.plain(" and "),
                            Why.Part.found("optimise"),
                            Why.Part.plain(" stand in the abstract · stat.ML"))))),
            new Group(
                "title:\"state space\" AND cat:cs.LG",
                List.of(
                    item(
                        paper(
                            "2605.00987",
                            "State Space Models Remember What You Pay Them To",
                            133,
                            7,
                            "A recurrent state has a fixed size, so something has to go. We measure"
                                + " what goes. Over sixteen tasks, models keep what the loss"
                                + " rewards and drop the rest within a few hundred tokens, whatever"
                                + " the size of the state.",
                            "Ingrid Sørensen",
                            "Paulo Teixeira",
                            "Wei Zhang"),
                        Why.of(
                            Why.Part.plain("because "),
                            Why.Part.found("state space"),
                            Why.Part.plain(" stands in the title · cs.LG"))),
                    item(
                        paper(
                            "2605.00412",
                            "Scanning Without a Scan: Parallel Training of Gated State Spaces",
                            21,
                            0,
                            "Gates that depend on the state itself were thought to rule out parallel"
                                + " training. A change of variables brings it back for a useful"
                                + " family of gates. The kernel is sixty lines.",
                            "Omar Haddad",
                            "Sofia Rossi",
                            "Daniel Kim",
                            "Ruth Cohen"),
                        Why.of(
                            Why.Part.plain("because "),
                            Why.Part.found("State Spaces"),
                            Why.Part.plain(" stands in the title · cs.LG"))))),
            new Group(
                "Robotics (cs.RO)",
                List.of(
                    item(
                        paper(
                            "2605.01555",
                            "Folding Laundry With One Arm",
                            88,
                            5,
                            "Two arms are the usual answer to cloth. We let a single arm use the"
                                + " table as its second hand. It folds nine of ten shirts it has"
                                + " never seen, slowly.",
                            "Yuki Mori",
                            "Helen O'Brien"),
                        Why.of(Why.Part.plain("because it is in "), Why.Part.found("cs.RO"))),
                    item(
                        paper(
                            "2605.01701",
                            "How Hard Does a Quadruped Need to Think on Gravel?",
                            9,
                            1,
                            "We take the planner away step by step and see when the robot falls. On"
                                + " gravel it hardly needs one. On wet leaves it needs all of it.",
                            "Marta Kowalska",
                            "Eric Dubois",
                            "Sam Okafor"),
                        Why.of(Why.Part.plain("because it is in "), Why.Part.found("cs.RO")),
                        "legged locomotion")))),
        new Group(
            "Trending",
            List.of(
                item(
                    paper(
                        "2605.00101",
                        "One Model to Read Them Slowly",
                        1204,
                        64,
                        "Reading speed is a choice. We train a model to decide how long to look at"
                            + " each paragraph and find that it spends its time where people do.",
                        "Nadia Petrova",
                        "James Liu",
                        "Fatima Zahra"),
                    Why.of(Why.Part.plain("because readers voted for it: third of the day"))),
                item(
                    paper(
                        "2605.00650",
                        "Thirty Weeks of Pretraining Logs, Annotated",
                        640,
                        31,
                        "We publish every note we took while training a model of seventy billion"
                            + " parameters. Most of them are about storage. A few are about"
                            + " learning rates.",
                        "The Harbour Team"),
                    Why.NONE))),
        14);
  }

  /** Fifty papers of ordinary length, and what trends. */
  public static EditionView fifty() {
    EditionView seven = seven();
    List<Item> items = seven.groups().stream().flatMap(group -> group.items().stream()).toList();
    List<Group> groups =
        IntStream.range(0, 10)
            .mapToObj(
                g ->
                    new Group(
                        "topic number " + g,
                        IntStream.range(g * 5, g * 5 + 5)
                            .mapToObj(i -> items.get(i % items.size()))
                            .toList()))
            .toList();
    return edition(groups, seven.trending(), 1204);
  }

  /** As full as can be: fifty papers and three, every field longer than it is shown. */
  public static EditionView longest() {
    return full("Scaling & Pruning <Sparse> Mixtures of \"Experts\" ", "We find that it scales. ");
  }

  /** The same in letters of four bytes, and in signs that HTML has to escape. */
  public static EditionView hostile() {
    return full("\"<&>'𝔓", "'\"&<𝔓");
  }

  private static EditionView full(String words, String sentence) {
    List<Group> groups =
        IntStream.range(0, 10)
            .mapToObj(
                g ->
                    new Group(
                        "topic " + g + " " + words.repeat(10),
                        IntStream.range(0, 5)
                            .mapToObj(i -> full(words, sentence, g * 5 + i))
                            .toList()))
            .toList();
    Group trending =
        new Group(
            "Trending", IntStream.range(50, 53).mapToObj(i -> full(words, sentence, i)).toList());
    return new EditionView(
        LocalDate.of(2026, 5, 4),
        2412,
        groups,
        trending,
        1500,
        URL + "editions/" + TOKEN,
        URL + "preferences/" + TOKEN,
        URL + "unsubscribe/" + TOKEN,
        URL + "feedback/" + TOKEN,
        "Paperround, 1 Example Street, 12345 Exampletown, Exampleland",
        Collections.nCopies(50, words.repeat(10)));
  }

  private static Item full(String words, String sentence, int number) {
    String id = "2605.%05d".formatted(number);
    PaperView paper =
        new PaperView(
            id,
            number + " " + words.repeat(10),
            "https://arxiv.org/abs/" + id,
            Collections.nCopies(900, words.repeat(3)),
            words.repeat(4),
            LocalDate.of(2026, 5, 3),
            1200 + number,
            300,
            sentence.repeat(100),
            List.of(
                new Link("abstract", "https://arxiv.org/abs/" + id),
                new Link("PDF", "https://arxiv.org/pdf/" + id),
                new Link("code", "https://code.example/" + "a&b".repeat(70))));
    return new Item(
        paper,
        Why.of(Why.Part.plain("because "), Why.Part.found(words.repeat(20))),
        Collections.nCopies(6, words.repeat(5)));
  }

  /** Nothing matched, for a reader who wants to hear of it. */
  public static EditionView nothing() {
    EditionView seven = seven();
    return edition(List.of(), seven.trending(), 0);
  }

  /** Nothing matched and nothing trends. */
  public static EditionView nothingAtAll() {
    return edition(List.of(), null, 0);
  }

  /** What trends, for a reader without topics. */
  public static EditionView trendingAlone() {
    Group trending = seven().trending();
    return new EditionView(
        LocalDate.of(2026, 5, 4),
        0,
        List.of(),
        trending,
        0,
        URL + "editions/" + TOKEN,
        URL + "preferences/" + TOKEN,
        URL + "unsubscribe/" + TOKEN,
        URL + "feedback/" + TOKEN,
        "Zeitungsjungen, Straße der Köche 1, 12345 Nirgendwo, 東京都千代田区",
        List.of());
  }

  /** A paper of which hardly anything is known, in an edition of its own; dots begin lines. */
  public static EditionView bare() {
    PaperView paper =
        new PaperView(
            "x", ".= {\\Psi} ω 論文", null, List.of(), null, null, 0, 0, ". {#if} =3D €", List.of());
    Item item = item(paper, Why.of(Why.Part.found("ω"), Why.Part.plain(" = ")), "{topic}", "ψ & φ");
    return edition(List.of(new Group("{\\Psi} = “ω”", List.of(item))), null, 0);
  }

  private static EditionView edition(
      List<Group> groups, @org.jspecify.annotations.Nullable Group trending, int more) {
    return new EditionView(
        LocalDate.of(2026, 5, 4),
        412,
        groups,
        trending,
        more,
        URL + "editions/" + TOKEN,
        URL + "preferences/" + TOKEN,
        URL + "unsubscribe/" + TOKEN,
        URL + "feedback/" + TOKEN,
        "Paperround, 1 Example Street, 12345 Exampletown",
        List.of("preference optimization", "title:\"state space\" AND cat:cs.LG", "cat:cs.RO"));
  }

  private static Item item(PaperView paper, Why why, String... otherTopics) {
    return new Item(paper, why, List.of(otherTopics));
  }

  /** An invented paper. */
  public static PaperView paper(
      String id, String title, int votes, int comments, String abstractText, String... authors) {
    return new PaperView(
        id,
        title,
        "https://arxiv.org/abs/" + id,
        List.of(authors),
        votes > 100 ? "Institute of Plain Results" : null,
        LocalDate.of(2026, 5, 3),
        votes,
        comments,
        abstractText,
        votes > 50
            ? List.of(
                new Link("abstract", "https://arxiv.org/abs/" + id),
                new Link("PDF", "https://arxiv.org/pdf/" + id),
                new Link("code", "https://github.com/example/" + id))
            : List.of(
                new Link("abstract", "https://arxiv.org/abs/" + id),
                new Link("PDF", "https://arxiv.org/pdf/" + id)));
  }
}
