using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>
/// Names under which a program keeps the value of a variable that is called otherwise: <c>SECRET_KEY = os.getenv("SHOP_JWT_KEY")</c>, or a field of a settings class with a prefix.
/// Where such a name is in the source nothing reads a variable of that name.
/// </summary>
internal sealed class KeptNames
{
    // A name that stands everywhere is a word, and nobody looks at all its places.
    private const int MostMentions = 400;

    private readonly Dictionary<string, List<KeptName>> kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CodeFile> files = new(StringComparer.Ordinal);

    private KeptNames() { }

    public static KeptNames Of(IEnumerable<Component> components)
    {
        KeptNames names = new();
        foreach (var file in components.SelectMany(component => component.Code).Where(IsFollowed))
        {
            names.files[file.File.Path] = file;
            foreach (var constant in file.Constants)
            {
                if (Read(constant.Value) is { } read)
                {
                    names.Add(constant, read);
                }
            }
        }

        return names;
    }

    /// <summary>The one variable whose value the program keeps under this name.</summary>
    public string? VariableOf(string name) =>
        kept.TryGetValue(name, out var found)
        && found.DistinctBy(pair => pair.Read.Name, StringComparer.OrdinalIgnoreCase).Count() == 1
        && !string.Equals(found[0].Read.Name, name, StringComparison.OrdinalIgnoreCase)
            ? found[0].Read.Name
            : null;

    /// <summary>Nothing in the file reads a variable of that name: it only mentions its own constant.</summary>
    public bool IsAllOf(string name, string path)
    {
        if (VariableOf(name) is null || !files.TryGetValue(path, out var file))
        {
            return false;
        }

        var mentions = Mentions(file.File.Text, name).Take(MostMentions).ToList();
        return mentions.Count < MostMentions && mentions.TrueForAll(at => IsDeclared(file, at, name) || IsPlain(file.File.Text, at, name));
    }

    private static bool IsFollowed(CodeFile file) => file.Language is Language.Python && !file.IsTest;

    private void Add(CodeConstant constant, CodeValue.Environment read)
    {
        var name = constant.Name[(constant.Name.LastIndexOf('.') + 1)..];
        (kept.TryGetValue(name, out var found) ? found : kept[name] = []).Add(new KeptName(constant, read));
    }

    private static CodeValue.Environment? Read(CodeValue value) =>
        value switch
        {
            CodeValue.Environment read => read,
            CodeValue.Choice choice when choice.Options.OfType<CodeValue.Environment>().ToList() is [var only] => only,
            _ => null,
        };

    private static IEnumerable<int> Mentions(string text, string name) =>
        WholeWords.Find(text, name, IsWord, StringComparison.OrdinalIgnoreCase);

    private bool IsDeclared(CodeFile file, int at, string name) =>
        kept[name]
            .Exists(pair =>
                pair.Constant.Span.File == file.File && pair.Constant.Span.Start <= at && at < pair.Constant.Span.Start + name.Length
            );

    /// <summary>An identifier of the program's own: not the name in quotes, no member of an environment, no field that a settings class of another kind may fill.</summary>
    private static bool IsPlain(string text, int at, string name)
    {
        var before = text.AsSpan(0, at);
        var after = text.AsSpan(at + name.Length);
        if (before is [.., '"' or '\''] && after is ['"' or '\'', ..])
        {
            // The environment knows upper from lower case.
            return !text.AsSpan(at, name.Length).SequenceEqual(name);
        }

        var line = before[(before.LastIndexOf('\n') + 1)..];
        return before switch
        {
            [.., '$'] or [.., '$', '{'] => false,
            [.., '.'] => !IsEnvironment(line[..^1]),
            _ => line.Length == 0 || !line.IsWhiteSpace() || !IsAssigned(after),
        };
    }

    private static bool IsEnvironment(ReadOnlySpan<char> owner)
    {
        var start = owner.Length;
        while (start > 0 && (IsWord(owner[start - 1]) || owner[start - 1] == '.'))
        {
            start--;
        }

        return owner[start..].Contains("env", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAssigned(ReadOnlySpan<char> after) => after.TrimStart(' ') is [':', ..] or ['=', not '=', ..];

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private sealed record KeptName(CodeConstant Constant, CodeValue.Environment Read);
}
