using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Toml;

/// <summary>TOML to the common tree: tables as mappings, arrays as sequences, numbers and dates as text. A faulty line is reported and left out.</summary>
internal static class TomlParser
{
    private const int MaximumLength = 5_000_000;

    public static NodeFile Parse(SourceFile file)
    {
        if (file.Text.Length > MaximumLength)
        {
            return new NodeFile([], [new Problem(ProblemKind.Limit, "the file is too large", file.Whole)]);
        }

        List<Problem> problems = [];
        TomlLexer lexer = new(file, ConflictMarkers.Resolve(file, problems), problems);
        var root = new TomlTreeBuilder(lexer).Read();
        return new NodeFile([root], problems) { Comments = lexer.Comments };
    }
}
