using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The commands and steps around a command in one text, script or job, in order: what they may have made, and what they ask before.</summary>
internal sealed class Surroundings
{
    private readonly List<Making> makings = [];
    private readonly List<string> tested = [];

    /// <summary>Several texts of one file that call one another: every one may have run before.</summary>
    public bool IsUnordered { get; init; }

    /// <summary>Letters of file names count as the same: a runner of Windows or macOS.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Why the workspace is not a clone of this repository from here on; null while it is.</summary>
    public string? OtherTreeBecause { get; set; }

    public int Position => makings.Count;

    public void Add(IEnumerable<Making> made) => makings.AddRange(made);

    public void Tested(ShellWord path, ShellVariables variables) => tested.Add(Name(variables.Value(path) ?? path.Raw.Trim('"', '\'')));

    /// <summary>Why a path may be there although a clone does not hold it; null when nothing before makes it.</summary>
    public string? MayBeMade(int position, string path, bool isSource) =>
        makings.Take(IsUnordered ? makings.Count : position).FirstOrDefault(making => making.MayMake(path, isSource))?.Because;

    /// <summary>The text asks whether the path is there before it goes on.</summary>
    public bool IsTested(string path) => tested.Contains(path[(path.LastIndexOf('/') + 1)..]);

    private static string Name(string path) => path.TrimEnd('/') is var text ? text[(text.LastIndexOf('/') + 1)..] : path;
}
