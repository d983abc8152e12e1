namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>What a command or step may put into the workspace.</summary>
/// <param name="Name">The last part of the path that it makes; null for anything.</param>
/// <param name="MakesSources">It may make files that people write, too: a clone, an archive, a generator of projects.</param>
/// <param name="Text">The text of a program whose doings are not known; what it mentions, it may make.</param>
internal sealed record Making(string? Name, bool MakesSources, string Because, string Text = "")
{
    /// <summary>How the files end that it makes wherever their sources lie; null when that is not known.</summary>
    public string? Ending { get; init; }

    public bool MayMake(string path, bool isSource)
    {
        if (Name is null)
        {
            return MakesSources || !isSource || Mentions(path) || (Ending is { } ending && path.EndsWith(ending, StringComparison.Ordinal));
        }

        foreach (var segment in path.Split('/'))
        {
            if (segment == Name)
            {
                return true;
            }
        }

        return false;
    }

    private bool Mentions(string path) => Text.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparison.Ordinal);
}
