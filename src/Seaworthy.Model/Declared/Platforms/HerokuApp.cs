using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An app.json of Heroku (and Dokku).</summary>
/// <remarks>Source: Heroku Dev Center, "app.json Schema".</remarks>
public sealed record HerokuApp(SourceFile File) : Artifact(File)
{
    public Fact<string>? Name { get; init; }

    public Fact<string>? Stack { get; init; }

    public IReadOnlyList<PlatformVariable> Env { get; init; } = [];

    /// <summary><c>postdeploy</c> and other scripts by name.</summary>
    public IReadOnlyList<ProcfileProcess> Scripts { get; init; } = [];
}
