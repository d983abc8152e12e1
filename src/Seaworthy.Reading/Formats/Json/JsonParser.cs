using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Json;

/// <summary>JSON, with comments and trailing commas, to the common tree. A fault is reported and reading goes on behind it.</summary>
internal static class JsonParser
{
    private const int MaximumLength = 5_000_000;

    public static NodeFile Parse(SourceFile file)
    {
        if (file.Text.Length > MaximumLength)
        {
            return new NodeFile([], [new Problem(ProblemKind.Limit, "the file is too large", file.Whole)]);
        }

        List<Problem> problems = [];
        JsonLexer lexer = new(file, ConflictMarkers.Resolve(file, problems), problems);
        var root = new JsonTreeBuilder(lexer).ReadDocument();
        return new NodeFile(root is null ? [] : [root], problems) { Comments = lexer.Comments };
    }
}
