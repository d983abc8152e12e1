using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.DotEnv;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.DotEnv;

public sealed class EnvFileReaderTests
{
    [Theory]
    [InlineData(".env", false, null)]
    [InlineData("api/.env.production", false, "production")]
    [InlineData(".env.production.local", false, "production")]
    [InlineData(".env.local", false, "local")]
    [InlineData("env.production", false, "production")]
    [InlineData("production.env", false, "production")]
    [InlineData("backend.env", false, null)]
    [InlineData(".env.example", true, null)]
    [InlineData(".env.production.example", true, "production")]
    [InlineData("env.example", true, null)]
    [InlineData("example.env", true, null)]
    [InlineData("env-sample", true, null)]
    [InlineData(".env.dist", true, null)]
    [InlineData(".env.txt", true, null)]
    [InlineData(".env.staging", false, "staging")]
    public void Names_tell_kind_and_environment(string path, bool isTemplate, string? environment)
    {
        var file = Assert.IsType<EnvFile>(Read("A=1\n", path));

        Assert.Equal((isTemplate, environment), (file.IsTemplate, file.Environment));
    }

    [Theory]
    [InlineData("env.ts")]
    [InlineData("env.d.ts")]
    [InlineData(".env.js")]
    [InlineData("env.py")]
    [InlineData(".envrc")]
    [InlineData("environment.ts")]
    [InlineData("env_validation.rs")]
    [InlineData("env.md")]
    [InlineData("envoy.yaml")]
    [InlineData("env-http-proxy-agent")]
    public void Other_files_are_not_taken(string path) => Assert.False(new EnvFileReader().Accepts(path));

    [Fact]
    public void Content_decides_where_the_name_is_not_certain()
    {
        Assert.Null(Read("hello there\nthis is prose\nX=1\n", "notes.env"));
        Assert.Null(Read("", "empty.env"));
        Assert.NotNull(Read("", ".env"));
        Assert.Null(Read("\0GITCRYPT\0", ".env"));
    }

    [Fact]
    public void Every_form_of_entry_is_read()
    {
        var file = Env(
            "A=plain value   # why\r\nexport B='raw $X # not' # note\n C = \"a\\nb ${D:-d}\"\nE=\nF=\"\"\nG=a#b\nH\nI: yaml\nJ=# only\nK= # none\nL=`tick`\nM=x=y==\n"
        );

        Assert.Equal(
            [
                "A:plain value:None",
                "B:raw $X # not:Single",
                "C::Double",
                "E::None",
                "F::Double",
                "G:a#b:None",
                "H::None",
                "I:yaml:None",
                "J:# only:None",
                "K::None",
                "L:tick:Backtick",
                "M:x=y==:None",
            ],
            file.Entries.Select(entry => $"{entry.Name.Value}:{entry.Value?.Literal}:{entry.Quote}")
        );
        Assert.Equal(["why", "note", "none"], file.Entries.Select(entry => entry.Comment?.Value).OfType<string>());
        Assert.Equal(["B"], file.Entries.Where(entry => entry.IsExported).Select(entry => entry.Name.Value));
        Assert.Equal(["E", "F", "K"], file.Entries.Where(entry => entry.IsEmpty).Select(entry => entry.Name.Value));
        Assert.Null(file.Find("H")?.Value);
        Assert.Equal(["a\nb ", "${D:-d}"], file.Find("C")?.Value?.Parts.Select(part => part.Text));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Places_are_exact()
    {
        var entry = Env("\n  export KEY=\"v ${X}\" # c\n").Entries[0];

        Assert.Equal((2, 3, "export KEY=\"v ${X}\""), (entry.Span.StartLine, entry.Span.StartColumn, entry.Span.Text));
        Assert.Equal(("KEY", "v ${X}", "c"), (entry.Name.Span.Text, entry.Value?.Span.Text, entry.Comment?.Span.Text));
        Assert.Equal("${X}", entry.Value?.Parts[1].Span?.Text);
    }

    [Fact]
    public void Quoted_values_may_span_lines()
    {
        var file = Env("KEY=\"-----BEGIN\nabc=\n-----END\"\nNEXT='a\nb'\nLAST=1\n");

        Assert.Equal(["-----BEGIN\nabc=\n-----END", "a\nb", "1"], file.Entries.Select(entry => entry.Value?.Literal));
        Assert.Equal((1, 3), (file.Entries[0].Span.StartLine, file.Entries[0].Span.EndLine));
    }

    [Fact]
    public void Escaped_quotes_do_not_close_unless_nothing_else_does() =>
        Assert.Equal(
            ["Let's go", "a\"b", @"C:\dir\", "1"],
            Env("A='Let\\'s go'\nB=\"a\\\"b\"\nC='C:\\dir\\'\nD=1\n").Entries.Select(entry => entry.Value?.Literal)
        );

    [Fact]
    public void Commented_out_entries_document_names()
    {
        var file = Env("# A_B=1\n#C_D=\n## export E=x # why\n# see http://a?b=c\n# Set NAME=1 for this\n# lower=1\n# X = 1\n");

        Assert.Equal(["A_B=1", "C_D="], file.CommentedOut.Select(entry => entry.Span.Text));
        Assert.Empty(file.Entries);
    }

    [Theory]
    [InlineData("A=1\nB=2\nA=3\n", ProblemKind.DuplicateKey, "A", 3)]
    [InlineData("A=1\nthis is wrong\n", ProblemKind.Syntax, "this is wrong", 2)]
    [InlineData("A=\"open\nB=2\nC=3\n", ProblemKind.Syntax, "\"open", 1)]
    [InlineData("A=\"open\nB=\"2\"\n", ProblemKind.Syntax, "\"open", 1)]
    [InlineData("A=\"x\" y\n", ProblemKind.Syntax, "y", 1)]
    [InlineData("A=1\n<<<<<<< HEAD\n", ProblemKind.ConflictMarker, "<<<<<<< HEAD", 2)]
    [InlineData("A=1\n=oops\n", ProblemKind.Syntax, "=oops", 2)]
    public void Faults_are_told_with_their_place(string text, ProblemKind kind, string place, int line)
    {
        var problem = Assert.Single(Env(text).Problems);

        Assert.Equal((kind, place, line), (problem.Kind, problem.Span.Text, problem.Span.StartLine));
    }

    [Fact]
    public void A_fault_costs_one_line_only() =>
        Assert.Equal(
            ["A=\"open", "B=2", "C=3"],
            Env("A=\"open\nB=\"2\"\nC=3\n").Entries.Select(entry => $"{entry.Name.Value}={entry.Value?.Literal}")
        );

    [Fact]
    public void Any_cut_of_a_file_is_read_with_all_places_inside_it()
    {
        const string Text = "export A=\"x\\n${B:-c}\" # d\nE='f\ng'\n# H=i\nJ: k\nL\n";
        for (var length = 0; length <= Text.Length; length++)
        {
            var file = Env("Z=1\n" + Text[..length]);
            Assert.All(file.Entries, entry => Assert.InRange(entry.Span.End, 0, length + 4));
        }
    }

    private static EnvFile Env(string text) => Assert.IsType<EnvFile>(Read(text, ".env"));

    private static Artifact? Read(string text, string path) => new EnvFileReader().Read(new FileSyntax(new SourceFile(path, text)));
}
