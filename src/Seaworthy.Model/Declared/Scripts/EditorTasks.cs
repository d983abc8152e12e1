using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary><c>.vscode/tasks.json</c>: commands that the editor runs, some as soon as the folder is opened.</summary>
/// <remarks>Source: Visual Studio Code documentation, "Integrate with External Tools via Tasks".</remarks>
public sealed record EditorTasks(SourceFile File, IReadOnlyList<EditorTask> Tasks) : Artifact(File);
