using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The commands and steps around a command in one text, script or job, in order: what they may create, and what they test first.</summary>
internal sealed class Surroundings
{
    private readonly List<Making> makings = [];

    // A long text asks for thousands of paths: the first that makes a name, anything, anything that people write, and those of which their text tells.
    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);
    private readonly List<int> described = [];
    private int anything = int.MaxValue;
    private int sources = int.MaxValue;
    private readonly List<string> tested = [];

    /// <summary>Several texts of one file that call one another: every one may have run before.</summary>
    public bool IsUnordered { get; init; }

    /// <summary>Letters of file names count as the same: a runner of Windows or macOS.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Why the workspace is not a clone of this repository from here on; null while it is.</summary>
    public string? OtherTreeBecause { get; set; }

    public int Position => makings.Count;

    public void Add(IEnumerable<Making> made)
    {
        foreach (var making in made)
        {
            var number = makings.Count;
            makings.Add(making);
            if (making.Name is { } name)
            {
                named.TryAdd(name, number);
                continue;
            }

            anything = Math.Min(anything, number);
            sources = making.MakesSources ? Math.Min(sources, number) : sources;
            if (making.Text.Length > 0 || making.Ending is not null)
            {
                described.Add(number);
            }
        }
    }

    public void Tested(ShellWord path, ShellVariables variables) => tested.Add(Name(variables.Value(path) ?? path.Raw.Trim('"', '\'')));

    /// <summary>Why a path may be there although a clone does not hold it; null when nothing before makes it.</summary>
    public string? MayBeMade(int position, string path, bool isSource)
    {
        var first = isSource && !path.EndsWith('/') ? sources : anything;
        foreach (var segment in path.Split('/'))
        {
            first = Math.Min(first, named.GetValueOrDefault(segment, int.MaxValue));
        }

        foreach (var number in described.TakeWhile(number => number < first))
        {
            if (makings[number].MayMake(path, isSource))
            {
                first = number;
                break;
            }
        }

        return first < (IsUnordered ? makings.Count : position) ? makings[first].Because : null;
    }

    /// <summary>The text asks whether the path is there before it goes on.</summary>
    public bool IsTested(string path) => tested.Contains(path[(path.LastIndexOf('/') + 1)..]);

    private static string Name(string path) => path.TrimEnd('/') is var text ? text[(text.LastIndexOf('/') + 1)..] : path;
}
