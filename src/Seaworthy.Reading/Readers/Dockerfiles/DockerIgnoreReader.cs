using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary><c>.dockerignore</c> and <c>X.dockerignore</c>, line by line.</summary>
/// <remarks>Source: Docker build documentation, ".dockerignore files", "Syntax".</remarks>
internal sealed class DockerIgnoreReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".dockerignore", StringComparison.Ordinal)
        || path is ".containerignore"
        || path.EndsWith("/.containerignore", StringComparison.Ordinal);

    public override Artifact Read(FileSyntax file)
    {
        List<IgnorePattern> patterns = [];
        List<Problem> problems = [];
        var text = file.File.Text;
        for (var start = 0; start < text.Length; )
        {
            var lineBreak = text.IndexOf('\n', start);
            var end = lineBreak < 0 ? text.Length : lineBreak;
            // Only a "#" in the first column makes a comment.
            if (text[start] != '#' && Pattern(file.File, start, end) is { } pattern)
            {
                patterns.Add(pattern);
                if (pattern.IsInvalid)
                {
                    problems.Add(new Problem(ProblemKind.InvalidValue, $"'{pattern.Text}' is not a valid pattern", pattern.Span));
                }
            }

            start = end + 1;
        }

        return new DockerIgnore(file.File) { Patterns = patterns, Problems = problems };
    }

    private static IgnorePattern? Pattern(SourceFile file, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(file.Text[start]) || file.Text[start] == '\uFEFF'))
        {
            start++;
        }

        var text = file.Text[start..end].TrimEnd();
        return text.Length == 0 ? null : IgnorePattern.Of(text, new SourceSpan(file, start, text.Length));
    }
}
