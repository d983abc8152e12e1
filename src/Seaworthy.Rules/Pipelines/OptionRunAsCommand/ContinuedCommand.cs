using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command of several lines, or one whose options the shell runs as the next command.</summary>
/// <param name="Option">That command; null where the command has all its lines.</param>
internal sealed record ContinuedCommand(CommandSite Site, CommandSite? Option)
{
    /// <summary>The first words: <c>gcloud run deploy</c>.</summary>
    public string Name =>
        string.Join(' ', Site.Command.Words.Select(word => word.ToString()).TakeWhile(word => word is not ['-', ..]).Take(3));
}
