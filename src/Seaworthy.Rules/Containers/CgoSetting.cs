using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What <c>CGO_ENABLED</c> is for the commands of a stage, as far as its lines write it.</summary>
internal static class CgoSetting
{
    public const string Name = "CGO_ENABLED";

    /// <summary>Null where no line writes 0 or 1.</summary>
    public static bool? Of(Image image, ImageStage stage)
    {
        var lines = image.Down(stage).SelectMany(each => each.Declared.Lines).ToList();
        return lines.Exists(line => line.Mentions($"{Name}=0") || line.Mentions($"{Name} 0")) ? false
            : lines.Exists(line => line.Mentions($"{Name}=1") || line.Mentions($"{Name} 1")) ? true
            : null;
    }
}
