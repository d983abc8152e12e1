using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Ruby;

/// <summary>Reads a Gemfile line by line: <c>gem</c>, <c>ruby</c> and <c>group … do</c>, as far as they are literals.</summary>
/// <remarks>Source: Bundler documentation, "Gemfile".</remarks>
internal sealed class GemfileReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "Gemfile";

    public override Artifact? Read(FileSyntax file)
    {
        List<Dependency> gems = [];
        List<RuntimeRequirement> runtimes = [];
        Stack<string?> blocks = new();
        foreach (var line in SourceLine.Of(file.File))
        {
            var text = line.Trimmed;
            var literals = Literals(text);
            if (StartsWith(text, "gem") && literals is [var name, ..])
            {
                gems.Add(Gem(name, literals, text, blocks.FirstOrDefault(block => block is not null), line.Span));
            }
            else if (StartsWith(text, "ruby") && literals is [var version, ..])
            {
                runtimes.Add(new RuntimeRequirement("ruby", version, line.Span));
            }
            else if (text.EndsWith(" do", StringComparison.Ordinal) || StartsWith(text, "if") || StartsWith(text, "unless"))
            {
                blocks.Push(StartsWith(text, "group") ? text["group".Length..^" do".Length].Trim() : null);
            }
            else if (text == "end" && blocks.Count > 0)
            {
                blocks.Pop();
            }
        }

        return new Gemfile(file.File) { Dependencies = gems, Runtimes = runtimes };
    }

    private static Dependency Gem(string name, List<string> literals, string text, string? groupName, SourceSpan span)
    {
        var isDevelopment = groupName is not null
            ? !groupName.Contains(":production", StringComparison.Ordinal)
                && !groupName.Contains(":default", StringComparison.Ordinal)
                && IsDevelopment(groupName)
            : text.Contains("group", StringComparison.Ordinal)
                && IsDevelopment(text)
                && !text.Contains(":production", StringComparison.Ordinal);
        var source =
            text.Contains("path:", StringComparison.Ordinal) || text.Contains(":path", StringComparison.Ordinal) ? DependencySource.Path
            : text.Contains("git:", StringComparison.Ordinal) || text.Contains("github:", StringComparison.Ordinal) ? DependencySource.Git
            : DependencySource.Registry;
        var range = literals
            .Skip(1)
            .FirstOrDefault(literal =>
                literal.Length > 0 && (char.IsAsciiDigit(literal[0]) || literal[0] is '~' or '>' or '<' or '=' or '!')
            );
        return new Dependency(name, range, isDevelopment ? DependencyKind.Development : DependencyKind.Runtime, source, span)
        {
            Group = groupName,
        };
    }

    private static bool IsDevelopment(string text) =>
        text.Contains(":development", StringComparison.Ordinal) || text.Contains(":test", StringComparison.Ordinal);

    private static bool StartsWith(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && text.Length > word.Length && text[word.Length] is ' ' or '(' or '\t';

    private static List<string> Literals(string text)
    {
        List<string> found = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '#')
            {
                break;
            }

            if (text[at] is not ('"' or '\''))
            {
                continue;
            }

            var end = text.IndexOf(text[at], at + 1);
            if (end < 0)
            {
                break;
            }

            found.Add(text[(at + 1)..end]);
            at = end;
        }

        return found;
    }
}
