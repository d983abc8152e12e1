using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;
using DockerfileFacts = Seaworthy.Model.Declared.Dockerfiles.Dockerfile;

namespace Seaworthy.Fuzz.Readers;

/// <summary>Files of deployment that repeat one thing to any size cost time in proportion.</summary>
[Collection(nameof(Measured))]
public sealed class SizeTests
{
    [Theory]
    [InlineData("package.json", "{\"scripts\":{\"a\":\"b && ")]
    [InlineData("package-lock.json", "{\"packages\":{\"\":{\"dependencies\":{\"a\":\"1\",")]
    [InlineData("requirements.txt", "a \\\n")]
    [InlineData("requirements.txt", "a[")]
    [InlineData("go.mod", "require ( \n")]
    [InlineData("Gemfile", "gem 'a' do\n")]
    [InlineData("build.gradle", "include 'a', ")]
    [InlineData("schema.prisma", "datasource x {\nurl=env(")]
    [InlineData("migrations/1_a.sql", "ALTER TABLE a DROP b, ")]
    [InlineData("migrations/1_a.sql", "a.b.c.$x$ ' /* ")]
    [InlineData("migrations/1_a.sql", "CREATE TABLE a(")]
    [InlineData("migrations/versions/a.py", "down_revision = (")]
    public void Hostile_repetition_in_a_manifest_is_read_in_time(string path, string unit) =>
        Growth.OfRepetition(unit, 100_000, text => Read(path, text));

    [Theory]
    [InlineData("FROM a\nRUN ", "x", 2_000_000)]
    [InlineData("FROM a\nENV ", "A=\"", 600_000)]
    [InlineData("FROM a\nCOPY ", "a ", 600_000)]
    [InlineData("FROM a\nRUN ", "a \\\n", 300_000)]
    [InlineData("FROM a\nRUN ", "<<E ", 100_000)]
    [InlineData("", "FROM a AS a\n", 3_000)]
    public void Hostile_size_of_a_Dockerfile_ends_in_linear_time(string head, string piece, int times) =>
        Growth.OfRepetition(piece, times, text => Read("Dockerfile", text), head);

    [Fact]
    public void A_stage_that_builds_on_itself_knows_no_variable()
    {
        var file = Assert.IsType<DockerfileFacts>(
            new DockerfileReader().Read(
                new FileSyntax(new SourceFile("Dockerfile", string.Concat(Enumerable.Repeat("FROM a AS a\n", 3_000))))
            )
        );

        Assert.Empty(file.Stages[^1].VariablesAt());
    }

    [Theory]
    [InlineData("", "A='\nB=1\n", 100_000)]
    [InlineData("A=", "\"", 2_000_000)]
    [InlineData("A=1\n", "A=\"\\", 400_000)]
    public void Hostile_size_of_a_dotenv_file_ends_in_linear_time(string head, string piece, int times) =>
        Growth.OfRepetition(piece, times, text => Read(".env", text), head);

    [Theory]
    [InlineData("on: push\nenv: { A: \"", "${{ x }}", "\" }\n")]
    [InlineData("on: push\njobs:\n", "  j: { runs-on: x, steps: [{ runs: ls }] }\n", "")]
    [InlineData("on: push\njobs: { a: { runs-on: x, if: \"true", " || github.ref == 'x'", "\", steps: [{ run: ls }] } }\n")]
    [InlineData("on: push\njobs: { a: { runs-on: x, steps: [{ run: ls }", ", { uses: a/b@v1, id: x }", "] } }\n")]
    [InlineData("on: { push: { branches: [a", ", b*", "] } }\njobs: { a: { if: github.ref == 'x', runs-on: x, steps: [{ run: ls }] } }\n")]
    public void Large_workflows_take_linear_time(string head, string piece, string tail) =>
        Growth.OfRepetition(piece, 1_000_000 / piece.Length, text => JobReachability.Of(ReadWorkflow(text)), head, tail);

    [Fact]
    public void A_chain_of_many_jobs_is_checked_in_linear_time() =>
        Growth.OfText(
            count =>
                "on: push\njobs:\n"
                + string.Concat(
                    Enumerable.Range(0, count).Select(n => $"  j{n}: {{ needs: j{n + 1}, runs-on: x, steps: [{{ run: ls }}] }}\n")
                ),
            20_000,
            text => Assert.Single(ReadWorkflow(text).Problems, problem => problem.Message.Contains("unknown job", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("$(")]
    [InlineData("a:\n\t$(")]
    [InlineData("a: ")]
    [InlineData("\t")]
    [InlineData("\\\n")]
    [InlineData("A=$(A)$(A)\n")]
    [InlineData("define x\n")]
    [InlineData("a:\n\techo $(A)\n")]
    [InlineData(": ; ")]
    public void Endless_repetition_in_a_Makefile_is_read_in_time(string piece) =>
        Growth.OfRepetition(piece, 100_000 / piece.Length, text => Read("Makefile", text), head: "A=" + new string('x', 1000) + "\n");

    [Theory]
    [InlineData("server {")]
    [InlineData("}")]
    [InlineData(";")]
    [InlineData("\"")]
    [InlineData("a ")]
    [InlineData("location / { ")]
    [InlineData("$ ")]
    [InlineData("#")]
    [InlineData("\\")]
    [InlineData("${A}")]
    public void Endless_repetition_in_nginx_configuration_is_read_in_time(string piece) =>
        Growth.OfRepetition(piece, 500_000 / piece.Length, text => Read("nginx.conf", text), head: "listen 80; ");

    [Theory]
    [InlineData("password")]
    [InlineData("pwd=")]
    [InlineData("pwd = ")]
    [InlineData(";pwd=abcdefgh")]
    [InlineData("password=abcdefgh ")]
    [InlineData("password: abcdefgh\n")]
    [InlineData("host: a.shop.net\npassword: abcdefgh\n")]
    [InlineData("password=a1B2c3D4e5F6g7H8i9J0k1 ")]
    [InlineData("  password: a1B2c3D4e5F6g7H8i9J0k1\n")]
    public void Endless_repetition_of_passwords_is_read_in_time(string piece) =>
        Growth.OfRepetition(piece, 1_000_000 / piece.Length, text => Read("application.yml", text), head: "x: \"");

    private static Workflow ReadWorkflow(string text) =>
        Assert.IsType<Workflow>(new WorkflowReader().Read(new FileSyntax(new SourceFile(".github/workflows/a.yml", text))));

    private static void Read(string path, string text)
    {
        FileSyntax syntax = new(new SourceFile(path, text));
        foreach (var reader in AllReaders.List.Where(reader => reader.Accepts(path)))
        {
            reader.Read(syntax);
        }
    }
}
