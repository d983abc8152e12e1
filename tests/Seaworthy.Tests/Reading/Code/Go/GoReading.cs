using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Go;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.Go;

/// <summary>Go source to facts, for tests.</summary>
internal static class GoReading
{
    public static CodeFile Of(string text, string path = "main.go") =>
        Assert.IsType<CodeFile>(new CodeReader(new GoKnowledge()).Read(new FileSyntax(new SourceFile(path, text))));

    public static CodeFile InMain(string body, params string[] imports) =>
        Of($"package main\nimport (\n{string.Concat(imports.Select(import => $"\t\"{import}\"\n"))})\nfunc main() {{\n{body}\n}}\n");

    public static string Show(this CodeValue? value) =>
        value switch
        {
            null => "-",
            CodeValue.Literal literal => literal.Text,
            CodeValue.Environment { Default: { } fallback } read => $"${{{read.Name}:-{fallback.Show()}}}",
            CodeValue.Environment read => $"${read.Name}",
            CodeValue.Reference reference => $"<{reference.Name}>",
            CodeValue.Concatenation all => string.Concat(all.Parts.Select(part => part.Show())),
            CodeValue.Choice choice => string.Join(" or ", choice.Options.Select(option => option.Show())),
            _ => "?",
        };
}
