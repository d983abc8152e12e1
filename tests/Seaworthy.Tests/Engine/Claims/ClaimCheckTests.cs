using System.Text;
using Seaworthy.Engine;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Configuring;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Claims;

public sealed class ClaimCheckTests
{
    private static readonly MemoryFile[] Shop =
    [
        new("Dockerfile", "FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nCOPY app.py .\nCMD [\"python\", \"run.py\"]\n"),
        new("app.py", "print('shop')\n"),
        new("README.md", "# Shop\n\nStart it with scripts/start.sh.\n"),
        new("scripts/start.sh", "#!/bin/sh\npython app.py\n"),
        new(".env", "SECRET_KEY=of-the-tests\n"),
    ];

    [Fact]
    public void What_a_rule_finds_at_the_same_place_is_confirmed_with_its_rule()
    {
        var answer = Only(Claim("path-missing", "requirements.txt", "Dockerfile", 3, "COPY requirements.txt ."));

        Assert.Equal(ClaimVerdict.Confirmed, answer.Verdict);
        Assert.Equal("containers/copy-source-missing", answer.Finding?.Rule.Id);
        Assert.Equal(answer.Finding?.Verdict.Message, answer.Because);
    }

    [Fact]
    public void A_path_that_is_there_refutes_that_it_is_missing() =>
        Assert.Equal(
            ClaimVerdict.Refuted,
            Only(Claim("path-missing", "scripts/start.sh", "README.md", 3, "Start it with scripts/start.sh")).Verdict
        );

    [Fact]
    public void What_nobody_judges_is_open() =>
        Assert.Equal(ClaimVerdict.Open, Only(Claim("condition-constant", "app", "app.py", 1, "print")).Verdict);

    [Fact]
    public void A_claim_with_a_value_to_which_no_fact_speaks_stays_open() =>
        Assert.Equal(
            ClaimVerdict.Open,
            Only(Claim("path-missing", "scripts/start.sh\", \"on the server", "README.md", 3, "Start it with scripts/start.sh")).Verdict
        );

    [Fact]
    public void A_practice_confirms_no_claim_of_another_kind()
    {
        var other = Only(Claim("version-refused", "python:3.13-slim", "Dockerfile", 1, "FROM python:3.13-slim"));
        var practice = Only(
            """{"kind": "safeguard-missing", "text": "No USER: the program runs as root.", "values": ["FROM"], "places": [{"path": "Dockerfile", "line": 1}]}"""
        );

        Assert.Equal(ClaimVerdict.Open, other.Verdict);
        Assert.Equal("containers/root-user", practice.Finding?.Rule.Id);
    }

    [Theory]
    [InlineData("host-unresolved", "db", 7, "refuted", "compose.yaml:9 answers to db.")]
    [InlineData("host-unresolved", "cache", 6, "confirmed", "REDIS_URL of api points to `cache:6379`")]
    [InlineData("variable-not-set", "DATABASE_URL", 7, "refuted", "compose.yaml:7 sets DATABASE_URL for api.")]
    [InlineData("value-unused", "DATABASE_URL", 7, "refuted", "api/app.py:2 reads DATABASE_URL.")]
    [InlineData("port-not-listened", "8000", 4, "refuted", "api listens on 8000.")]
    [InlineData("port-not-listened", "api\", \"8000", 4, "refuted", "api listens on 8000.")]
    [InlineData("variable-not-set", "DATABASE_URL\", \"api", 7, "refuted", "compose.yaml:7 sets DATABASE_URL for api.")]
    [InlineData("variable-not-set", "TOKEN", 8, "open", "compose.yaml:8 sets TOKEN for api from a variable")]
    [InlineData("data-lost", "db", 9, "refuted", "db keeps /var/lib/postgresql/data in data.")]
    public void Relations_of_the_model_answer_what_no_rule_reports(string kind, string value, int line, string verdict, string because)
    {
        using MemoryRepository repository = new([
            new(
                "compose.yaml",
                "services:\n  api:\n    build: api\n    ports: [\"8000:8000\"]\n    environment:\n      REDIS_URL: redis://cache:6379\n      DATABASE_URL: postgres://db:5432/shop\n      TOKEN: ${TOKEN:?}\n  db:\n    image: postgres:17\n    volumes: [\"data:/var/lib/postgresql/data\"]\nvolumes:\n  data:\n"
            ),
            new("api/Dockerfile", "FROM python:3.13-slim\nCOPY app.py .\nCMD [\"gunicorn\", \"-b\", \"0.0.0.0:8000\", \"app:app\"]\n"),
            new(
                "api/app.py",
                "import os\nurl = os.environ[\"DATABASE_URL\"]\ncache = os.environ[\"REDIS_URL\"]\ntoken = os.environ[\"TOKEN\"]\n"
            ),
            new("api/requirements.txt", "gunicorn\nredis\n"),
        ]);

        var answer = Assert.Single(Check(repository, Claim(kind, value, "compose.yaml", line, "")));

        Assert.Equal(verdict, Seaworthy.Engine.Reporting.Words.Of(answer.Verdict));
        Assert.StartsWith(because, answer.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_finds_all_in_order_answers_when_it_is_asked()
    {
        var claim =
            """{"kind": "other", "rule": "containers/copy-source-missing", "text": "app.py is not there", "values": ["app.py"], "places": [{"path": "Dockerfile", "line": 4}]}""";

        Assert.Equal(ClaimVerdict.Refuted, Only(claim).Verdict);
        Assert.Equal(
            ClaimVerdict.Open,
            Only(claim.Replace("\"rule\": \"containers/copy-source-missing\", ", "", StringComparison.Ordinal)).Verdict
        );
    }

    [Theory]
    [InlineData(11, "confirmed")]
    [InlineData(15, "open")]
    public void Another_line_of_the_same_step_is_its_place_and_the_next_step_is_not(int line, string verdict)
    {
        using MemoryRepository repository = new([
            new(
                ".github/workflows/deploy.yml",
                """
                on: push
                permissions:
                  contents: read
                jobs:
                  deploy:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: aws-actions/configure-aws-credentials@v4
                        with:
                          aws-region: eu-central-1
                          role-to-assume: arn:aws:iam::123456789012:role/deploy
                      - run: aws sts get-caller-identity
                      - uses: actions/upload-artifact@v4
                        with:
                          path: id-token
                """
            ),
        ]);
        var answer = Assert.Single(
            Check(repository, Claim("other", "permissions: id-token (absent)", ".github/workflows/deploy.yml", line, ""))
        );

        Assert.Equal(verdict, Seaworthy.Engine.Reporting.Words.Of(answer.Verdict));
    }

    [Theory]
    [InlineData("It copies requirements.txt, and that source is missing.", "confirmed")]
    [InlineData("The layer is built again each time.", "open")]
    public void A_claim_whose_value_is_prose_is_confirmed_by_its_words(string text, string verdict)
    {
        var claim =
            $$"""{"kind": "path-missing", "text": "{{text}}", "values": ["no such thing"], "places": [{"path": "Dockerfile", "line": 3}]}""";

        Assert.Equal(verdict, Seaworthy.Engine.Reporting.Words.Of(Only(claim).Verdict));
    }

    [Theory]
    [InlineData("Dockerfile", 3, "COPY requirements.txt .", PlaceState.Holds)]
    [InlineData("Dockerfile", 4, "COPY requirements.txt .", PlaceState.Moved)]
    [InlineData("Dockerfile", 3, "COPY requ…", PlaceState.Holds)]
    [InlineData("Dockerfile", 3, "…", PlaceState.NotQuoted)]
    [InlineData(".env", 1, "SECRET_KEY=(not shown)", PlaceState.Holds)]
    [InlineData(".env", 1, "OTHER_KEY=(not shown)", PlaceState.NotQuoted)]
    [InlineData(".env", 1, "SECRET_KEY=changed", PlaceState.NotQuoted)]
    [InlineData("Dockerfile", 3, "COPY setup.py .", PlaceState.NotQuoted)]
    [InlineData("Dockerfile", 300, "COPY setup.py .", PlaceState.NoLine)]
    [InlineData("docker/Dockerfile", 3, "COPY setup.py .", PlaceState.NoFile)]
    public void Each_place_is_looked_for(string path, int line, string quote, PlaceState state) =>
        Assert.Equal(state, Only(Claim("other", "COPY", path, line, quote)).Places[0].State);

    [Fact]
    public void Nothing_that_is_invented_is_confirmed()
    {
        var answer = Only(Claim("path-missing", "requirements.txt", "deploy/Dockerfile", 3, "COPY requirements.txt ."));

        Assert.Equal(ClaimVerdict.Open, answer.Verdict);
        Assert.Null(answer.Finding);
    }

    [Fact]
    public void Claims_with_one_cause_are_joined()
    {
        var answers = Check(
            Claim("path-missing", "requirements.txt", "Dockerfile", 3, "COPY requirements.txt ."),
            Claim("other", "requirements.txt", "Dockerfile", 3, "COPY requirements.txt .")
        );

        Assert.Null(answers[0].SameAs);
        Assert.Equal(0, answers[1].SameAs);
    }

    [Theory]
    [InlineData("{", "it is no JSON (line 1)")]
    [InlineData("{}", "it has no list \"claims\"")]
    [InlineData("[{\"kind\": \"fantasy\", \"text\": \"x\", \"places\": [{\"path\": \"a\"}]}]", "claim 1 has the unknown kind 'fantasy'")]
    [InlineData("[{\"kind\": \"other\", \"places\": [{\"path\": \"a\"}]}]", "claim 1 has no \"text\"")]
    [InlineData("[{\"kind\": \"other\", \"text\": \"x\"}]", "claim 1 needs \"places\"")]
    public void What_is_wrong_with_a_file_is_said_in_a_sentence(string json, string fault)
    {
        Assert.Null(ClaimFile.Read(Encoding.UTF8.GetBytes(json), out var said));
        Assert.StartsWith(fault, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_a_kind_exists()
    {
        var unknown = ClaimKinds.All.SelectMany(kind => kind.Rules).Where(rule => !SettingsVocabulary.IsRule(rule));

        Assert.Empty(unknown);
    }

    [Fact]
    public void The_published_schema_is_the_one_that_the_program_prints()
    {
        using StringWriter text = new();
        ClaimsSchema.Write(text);

        Assert.Equal(text.ToString(), File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "claims.schema.json")));
    }

    private static ClaimAnswer Only(string claim) => Assert.Single(Check(claim));

    private static IReadOnlyList<ClaimAnswer> Check(params string[] claims)
    {
        using MemoryRepository repository = new(Shop);
        return Check(repository, claims);
    }

    private static IReadOnlyList<ClaimAnswer> Check(MemoryRepository repository, params string[] claims)
    {
        var read = ClaimFile.Read(Encoding.UTF8.GetBytes($"[{string.Join(',', claims)}]"), out var fault);
        Assert.Equal("", fault);
        return new ClaimCheck(Audit.Run(repository), repository).Of(read ?? []);
    }

    private static string Claim(string kind, string value, string path, int line, string quote) =>
        $$"""{"kind": "{{kind}}", "text": "it does not work, and no volume keeps it", "values": ["{{value}}"], "places": [{"path": "{{path}}", "line": {{line}}, "quote": "{{quote}}"}]}""";
}
