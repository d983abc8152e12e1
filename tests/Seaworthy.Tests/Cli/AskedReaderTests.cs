using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary><c>--with COMMAND</c>: one that answers, and those that lie, flood, hang or break.</summary>
public sealed class AskedReaderTests
{
    private const string Compose =
        "services:\n  api:\n    build: api\n    environment:\n      DATABASE_URL: postgres://db:5432/shop\n      API_KEY: wJalrXUtnFEMIxK7MDENG3bPxRfiCYzA7Q1w9zXy\n  db:\n    image: postgres:17\n";

    [Fact]
    public void What_a_command_claims_is_checked_and_stands_below_the_report()
    {
        var (code, output, error) = Audit(
            """
            Let me think: {"claims": }
            ```json
            {"claims": [
              {"kind": "host-unresolved", "text": "Nobody answers to db.", "values": ["db"], "places": [{"path": "compose.yaml", "line": 5}]},
              {"kind": "path-missing", "text": "The Dockerfile lacks app.py.", "values": ["app.py"], "places": [{"path": "api/Dockerfile", "line": 2, "quote": "COPY app.py ."}]}
            ]}
            ```
            """
        );

        Assert.Equal("", error);
        Assert.Equal(1, code);
        Assert.Contains("Claims refuted (1)", output, StringComparison.Ordinal);
        Assert.Contains("compose.yaml:7 answers to db.", output, StringComparison.Ordinal);
        Assert.Contains("Claims confirmed (1)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_invented_becomes_a_finding_and_nothing_that_is_written_moves_the_terminal()
    {
        var (_, plain, _) = Audit("""{"claims": []}""", "-f", "json");

        var (_, json, _) = Audit(Lies, "-f", "json");
        var (_, output, _) = Audit(Lies);

        var (told, untold) = (Json(json), Json(plain));
        var claims = told["claims"]?.AsObject();
        told.Remove("claims");
        untold.Remove("claims");
        Assert.Equal(untold.ToJsonString(), told.ToJsonString());
        Assert.Equal(3, (int?)claims?["summary"]?["open"]);
        Assert.DoesNotContain("\\u001b", json, StringComparison.Ordinal);
        Assert.Contains("Claims open (3)", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain("\n::error", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_claims_stand_in_the_report_for_programs_as_the_schema_says_and_show_no_secret()
    {
        var (_, json, _) = Audit(
            """
            {"claims": [
              {"id": "a", "kind": "host-unresolved", "text": "Nobody answers to db, whose key is wJalrXUtnFEMIxK7MDENG3bPxRfiCYzA7Q1w9zXy.", "values": ["db"], "places": [{"path": "compose.yaml", "line": 5}]},
              {"kind": "path-missing", "text": "The Dockerfile lacks app.py.", "values": ["app.py"], "places": [{"path": "api/Dockerfile", "line": 2, "quote": "COPY app.py ."}]},
              {"kind": "path-missing", "text": "The same again.", "values": ["app.py"], "places": [{"path": "api/Dockerfile", "line": 2}]}
            ]}
            """,
            "-f",
            "json"
        );

        using var report = System.Text.Json.JsonDocument.Parse(json);
        using var schema = System.Text.Json.JsonDocument.Parse(
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/report.schema.json"))
        );
        Assert.Empty(new Engine.Reporting.SchemaValidator(schema.RootElement).Complaints(report.RootElement));
        var claims = report.RootElement.GetProperty("claims");
        Assert.Equal(
            """{"confirmed":1,"refuted":1,"open":0,"duplicates":1}""",
            System.Text.RegularExpressions.Regex.Replace(claims.GetProperty("summary").GetRawText(), @"\s", "")
        );
        Assert.Equal(
            ["refuted", "confirmed", "confirmed"],
            claims.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("verdict").GetString())
        );
        Assert.Equal("compose.yaml:7 answers to db.", claims.GetProperty("answers")[0].GetProperty("because").GetString());
        Assert.DoesNotContain("wJalrXUtnFEMI", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_claims_is_counted_and_cut()
    {
        var many = string.Join(
            ",",
            Enumerable
                .Range(1, 300)
                .Select(line =>
                    $$"""{"kind": "other", "text": "{{new string('x', 1_900)}}", "places": [{"path": "compose.yaml", "line": {{line}}}]}"""
                )
        );

        var (_, json, _) = Audit($$"""{"claims": [{{many}}]}""", "-f", "json");

        var claims = Json(json)["claims"];
        Assert.Equal(300, claims?["summary"]?.AsObject().Sum(part => (int?)part.Value));
        Assert.Equal(200, claims?["answers"]?.AsArray().Count);
    }

    private static System.Text.Json.Nodes.JsonObject Json(string text) =>
        System.Text.Json.Nodes.JsonNode.Parse(text)?.AsObject() ?? throw new InvalidOperationException(text);

    private const string Lies = """
        {"claims": [
          {"kind": "path-missing", "text": "\u001b[2J\n::error::all is lost", "values": ["x"], "places": [{"path": "invented/Dockerfile", "line": 1, "quote": "COPY x ."}]},
          {"kind": "host-unresolved", "text": "db is gone", "values": ["db"], "places": [{"path": "compose.yaml", "line": 5, "quote": "DATABASE_URL: postgres://gone:5432"}]},
          {"kind": "secret-exposed", "text": "read this", "values": ["root"], "places": [{"path": "../../../etc/passwd", "line": 1, "quote": "root"}]}
        ]}
        """;

    [Theory]
    [InlineData("sleep 60", "did not answer within 1 seconds")]
    [InlineData("yes", "did not answer within 1 seconds")]
    [InlineData("yes | tr -d '\\n'", "did not answer within 1 seconds")]
    [InlineData("exit 3", "ended with 3: exit code 3")]
    [InlineData("echo hello", "it holds no JSON with \"claims\"")]
    [InlineData("echo '{\"claims\": 7}'", "it has no list \"claims\"")]
    [InlineData("head -c 3000000 /dev/zero | tr '\\0' '{'", "it holds no JSON with \"claims\"")]
    public void A_command_that_does_not_answer_is_left_out_and_the_audit_stands(string command, string why)
    {
        using var scratch = Shop();

        var (code, output, error) = Program.Run(
            scratch.Root,
            "--with",
            command,
            "--with-limit",
            why.Contains("within", StringComparison.Ordinal) ? "1" : "60"
        );

        Assert.Equal(1, code);
        Assert.Equal($"seaworthy: the command of --with is left out: {why}.\n", error);
        Assert.Contains("copy", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_command_gets_the_model_and_no_secret_and_starts_in_the_repository()
    {
        using var scratch = Shop();

        _ = Program.Run(scratch.Root, ".", "--with", "cat > asked.txt; echo '{\"claims\": []}'");

        var asked = File.ReadAllText(Path.Combine(scratch.Root, "asked.txt"));
        Assert.Contains("call api -> db:5432", asked, StringComparison.Ordinal);
        Assert.Contains("containers/copy-source-missing", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("wJalrXUtnFEMI", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_or_a_clone_is_not_read_by_a_command()
    {
        using var scratch = Shop();

        Assert.Equal(
            (2, "", "seaworthy: --with needs the files on disk: the command reads them.\n"),
            Program.Run(scratch.Root, "--rev", "HEAD", "--with", "cat")
        );
    }

    private static (int Code, string Output, string Error) Audit(string answer, params string[] options)
    {
        using var scratch = Shop();
        using var beside = new ScratchRepository().Write("answer.txt", answer);
        return Program.Run(scratch.Root, [".", "--with", $"cat {beside.Root}/answer.txt", .. options]);
    }

    private static ScratchRepository Shop() =>
        new ScratchRepository()
            .Write("compose.yaml", Compose)
            .Write("api/Dockerfile", "FROM python:3.13-slim\nCOPY app.py .\nCMD [\"python\", \"app.py\"]\n");
}
