using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Tests.Reading.Formats.Code;

/// <summary>Short ways to a shape and its parts as text.</summary>
internal static class Parsed
{
    public static CodeSyntax From(Language language, string text) =>
        CodeParser.Parse(new SourceFile("src/file." + ExtensionOf(language), text), language);

    public static string ExtensionOf(Language language) =>
        language switch
        {
            Language.JavaScript => "jsx",
            Language.TypeScript => "ts",
            Language.Python => "py",
            Language.Rust => "rs",
            Language.CSharp => "cs",
            Language.Php => "php",
            Language.Ruby => "rb",
            Language.Dart => "dart",
            _ => "go",
        };

    public static string Text(this CodeSyntax syntax, TokenRange range) => syntax.Span(range).Text;

    /// <summary>The calls with their arguments, one text each.</summary>
    public static IReadOnlyList<string> CallTexts(this CodeSyntax syntax) =>
        [
            .. syntax.Calls.Select(call =>
                $"{call}({string.Join(" | ", call.Arguments.Select(argument => (argument.Name is null ? "" : argument.Name + "=") + syntax.Text(argument.Value)))})"
            ),
        ];

    public static IReadOnlyList<string> AssignmentTexts(this CodeSyntax syntax) =>
        [.. syntax.Assignments.Select(assignment => $"{assignment.Name} = {syntax.Text(assignment.Value)}")];

    public static IReadOnlyList<string> ImportTexts(this CodeSyntax syntax) =>
        [
            .. syntax.Imports.Select(import =>
                $"{import.Module} {import.Name ?? "-"} {import.Local}{(import.IsOptional ? " optional" : "")}"
            ),
        ];
}
