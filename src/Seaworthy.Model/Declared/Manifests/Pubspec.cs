using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>pubspec.yaml: a package of Dart, or an application of Flutter with what is bundled into it.</summary>
/// <remarks>Source: Dart documentation, "The pubspec file"; Flutter documentation, "Flutter pubspec options".</remarks>
public sealed record Pubspec(SourceFile File) : Manifest(File, Ecosystem.Pub)
{
    /// <summary>It depends on Flutter: its program runs on a phone, in a browser or on a desktop, never in a container of the repository.</summary>
    public bool IsFlutter { get; init; }

    /// <summary>Files and directories (with a slash at the end) that are bundled into the application, fonts among them.</summary>
    public IReadOnlyList<Fact<string>> Assets { get; init; } = [];
}
