using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>Properties/launchSettings.json: how <c>dotnet run</c> starts the project on a developer's machine. Never part of what is deployed.</summary>
public sealed record LaunchSettings(SourceFile File, IReadOnlyList<LaunchProfile> Profiles) : Artifact(File);
