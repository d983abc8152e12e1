using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Outside;

/// <summary>Paths where a machine or a pipeline puts a file before it is needed. A file that <c>.dockerignore</c> keeps out stays out.</summary>
internal static class OutsidePaths
{
    public static IReadOnlyList<PathUse> Answer(IReadOnlyList<PathUse> uses, OutsideFacts facts) =>
        facts.Files.Count == 0 ? uses : [.. uses.Select(use => Answer(use, facts))];

    private static PathUse Answer(PathUse use, OutsideFacts facts) =>
        use.Answer
            is {
                Presence: Presence.Absent or Presence.IgnoredByGit or Presence.OtherCase or Presence.Elsewhere or Presence.Unknown,
                Looked: [not '/', ..] and var path
            }
        && facts.Files.FirstOrDefault(file => file.Brings(path)) is { } stated
            ? use with
            {
                Answer = new PathAnswer(Presence.Stated, path, Because: stated.Span),
            }
            : use;
}
