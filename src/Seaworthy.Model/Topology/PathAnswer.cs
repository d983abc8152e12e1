using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Whether a path is there, and what decides it.</summary>
/// <param name="Looked">The full path that was looked for, from the repository's root or the image's.</param>
/// <param name="Actual">For another case or another place: the path that does exist.</param>
/// <param name="Because">The ignore rule, or the step that makes it.</param>
/// <param name="Why">For unknown: the reason.</param>
public sealed record PathAnswer(Presence Presence, string Looked, string? Actual = null, SourceSpan? Because = null, string? Why = null)
{
    /// <summary>What lays the repository's files over those of the image at this path; null where the image's own are looked at.</summary>
    public SourceSpan? Mount { get; init; }

    /// <summary>For ignored: the pattern, as its line has it.</summary>
    public string? Pattern => Because?.Line;

    /// <summary>Certainly not there when it is needed.</summary>
    public bool IsMissing =>
        Presence is Presence.Absent or Presence.IgnoredByGit or Presence.IgnoredByDocker or Presence.OtherCase or Presence.Elsewhere;
}
