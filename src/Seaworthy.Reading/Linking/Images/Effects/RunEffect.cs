using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>One command of a RUN instruction, where it runs, and what it leaves.</summary>
internal sealed record RunEffect(ShellCommand Command, string? Here, IReadOnlyList<ImageLayer> Made);
