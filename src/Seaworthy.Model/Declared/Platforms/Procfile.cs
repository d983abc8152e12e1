using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A Procfile: the processes of an application, one command each.</summary>
/// <remarks>Source: Heroku Dev Center, "The Procfile".</remarks>
public sealed record Procfile(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<ProcfileProcess> Processes { get; init; } = [];

    public ProcfileProcess? Find(string name) => Processes.LastOrDefault(process => process.Name.Value == name);
}
