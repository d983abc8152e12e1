using System.Text.Json;
using Seaworthy.Tests.Engine.Reporting;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class MatrixCommandTests
{
    private const string Default = """
        services:
          db:
            image: postgres:17
            environment: {POSTGRES_PASSWORD: Yh3kPq92LmXz77Rt, "POSTGRES_DB": "a|b"}
        """;

    private const string Production = """
        services:
          db:
            image: postgres:16
            environment: {POSTGRES_PASSWORD: Zh3kPq92LmXz77Rt, "POSTGRES_DB": "c|d"}
        """;

    [Fact]
    public void The_terminal_tells_drift_first_with_its_places()
    {
        var (code, output, _) = Run("terminal");

        Assert.Equal(0, code);
        Assert.Contains("DRIFT  db  image: postgres 16 is older than 17", output, StringComparison.Ordinal);
        Assert.Contains("production  postgres:16  compose.prod.yaml:3", output, StringComparison.Ordinal);
        Assert.Contains("1 service: 1 drifted apart, 2 differ as meant, 1 the same.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terminal")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("csv")]
    public void No_form_shows_a_secret(string format) => Assert.DoesNotContain("h3kPq92", Run(format).Output, StringComparison.Ordinal);

    [Fact]
    public void Json_keeps_to_the_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "matrix.schema.json")));
        using var json = JsonDocument.Parse(Run("json").Output);

        Assert.Empty(new SchemaValidator(schema.RootElement).Complaints(json.RootElement));
        Assert.NotEmpty(json.RootElement.GetProperty("matrices").EnumerateArray());
    }

    [Fact]
    public void Markdown_is_a_table_and_csv_a_row_for_every_cell()
    {
        Assert.Contains(
            "| db | image | postgres:17 `compose.yaml:3` | postgres:16 `compose.prod.yaml:3` | postgres 16 is older than 17 |",
            Run("markdown").Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",db,image,,drift,postgres 16 is older than 17,production,postgres:16,compose.prod.yaml:3",
            Run("csv").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_environment_is_said_to_be_one()
    {
        using var repository = new ScratchRepository().Write("compose.yaml", Default);

        var (code, output, _) = Program.Run(repository.Root, "matrix");

        Assert.Equal((0, "There are no two environments here that could be held against each other."), (code, output.Trim()));
    }

    private static (int Code, string Output, string Error) Run(string format)
    {
        using var repository = new ScratchRepository().Write("compose.yaml", Default).Write("compose.prod.yaml", Production);
        return Program.Run(repository.Root, "matrix", "--format", format);
    }
}
