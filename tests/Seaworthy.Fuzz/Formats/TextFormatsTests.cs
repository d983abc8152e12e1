using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Bicep;
using Seaworthy.Reading.Formats.Hcl;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Tests.Reading.Formats.Code;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Fuzz.Formats;

/// <summary>Shell, templates and source code of any size cost time in proportion.</summary>
[Collection(nameof(Measured))]
public sealed class TextFormatsTests
{
    public static TheoryData<Language> Languages =>
        [Language.JavaScript, Language.TypeScript, Language.Python, Language.Rust, Language.CSharp, Language.Go];

    [Theory]
    [InlineData("$(")]
    [InlineData("(")]
    [InlineData("{ ")]
    [InlineData("if a; then ")]
    [InlineData("while a; do ")]
    [InlineData("case a in b) ")]
    [InlineData("${a:-")]
    [InlineData("\"$(")]
    [InlineData("`")]
    [InlineData("a=(")]
    [InlineData("$((")]
    [InlineData("f() ")]
    [InlineData("<(")]
    [InlineData("x && ")]
    [InlineData("x <<E\n")]
    [InlineData("'")]
    [InlineData("${{")]
    [InlineData("[[ ")]
    [InlineData("a=$(b) ")]
    [InlineData("f() { cd a; }; f; ")]
    [InlineData("for x in $(a); do cd x; done; ")]
    public void Endless_repetition_in_a_script_ends_in_time(string piece) =>
        Growth.OfRepetition(piece, 200_000 / piece.Length, text => ShellText.Read(text));

    [Theory]
    [InlineData("var a = {")]
    [InlineData("var a = [")]
    [InlineData("a: {")]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("'${")]
    [InlineData("'")]
    [InlineData("'''")]
    [InlineData("a.b[0].")]
    [InlineData("1 + ")]
    [InlineData("a ? ")]
    [InlineData("[for x in ")]
    [InlineData("f(")]
    [InlineData("x => ")]
    [InlineData("a\n")]
    [InlineData("}\n")]
    [InlineData("/*")]
    [InlineData("@a()\n")]
    [InlineData("resource a 'b' = {\n")]
    [InlineData("param a {")]
    [InlineData("\nvar b = ")]
    public void Endless_repetition_in_Bicep_ends_in_time(string piece) =>
        Growth.OfRepetition(piece, 400_000 / piece.Length, text => BicepParser.Parse(new SourceFile("main.bicep", text)), head: "var x = ");

    [Theory]
    [InlineData("a {")]
    [InlineData("a = [")]
    [InlineData("a = {")]
    [InlineData("a = (")]
    [InlineData("a = !")]
    [InlineData("a = \"${")]
    [InlineData("${")]
    [InlineData("\"")]
    [InlineData("a = <<E\n")]
    [InlineData("a = b.c[0].")]
    [InlineData("a = 1 + ")]
    [InlineData("a = 1 ? ")]
    [InlineData("[for x in ")]
    [InlineData("f(")]
    [InlineData("a = 1\n")]
    [InlineData("}")]
    [InlineData("/*")]
    public void Endless_repetition_in_HCL_ends_in_time(string piece) =>
        Growth.OfRepetition(piece, 400_000 / piece.Length, text => HclParser.Parse(new SourceFile("main.tf", text)), head: "x = ");

    [Fact]
    public void A_script_line_of_two_megabytes_is_read_in_time() =>
        Growth.OfRepetition("echo \"$A b\" 'c' && ", 100_000, text => ShellText.Read(text), tail: "x");

    [Fact]
    public void Hostile_nesting_and_length_of_templates_end_in_linear_time()
    {
        foreach (var flavour in Enum.GetValues<TemplateFlavour>())
        {
            void Parse(string text) => Assert.NotEmpty(TemplateParser.Parse(MappedText.Of(new SourceFile("t", text)), flavour).Parts);

            Growth.OfRepetition("${A:-", 200_000, Parse);
            Growth.OfText(count => string.Concat(Enumerable.Repeat("${A:-", count)) + new string('}', count), 20_000, Parse);
            Growth.OfRepetition("$", 2_000_001, Parse);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Long_lines_of_code_cost_time_in_proportion(Language language)
    {
        string[] units =
        [
            "(",
            "{",
            "[",
            "<a>",
            "'",
            "\"",
            "\\\"",
            "`${",
            "f'{",
            "$\"{",
            "a.b(",
            "a(b).",
            ")",
            "}",
            "a=",
            "=>",
            "<",
            "a<b>(",
            "/ [",
            "{a:",
            "x ? y : ",
            "@a(",
            "if (x) ",
            "# [",
            "try {",
            "a, ",
            "x=>",
            "let a:",
            "const {a} = ",
            "if x:",
            "; import a",
            "impl a ",
        ];
        Assert.All(units, unit => Growth.OfRepetition(unit, 40_000 / unit.Length, text => Parsed.From(language, text)));
    }
}
