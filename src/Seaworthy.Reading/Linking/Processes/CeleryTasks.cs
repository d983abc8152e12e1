using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The tasks of Celery in a file: those that its own application or <c>shared_task</c> makes, and those of an application that another module makes.</summary>
/// <remarks>Source: Celery documentation, "Next Steps" (the layout of a project: <c>proj/celery.py</c>, <c>proj/tasks.py</c>).</remarks>
internal sealed class CeleryTasks(CodeModules modules)
{
    public IEnumerable<CeleryTask> In(CodeFile file) => file.Settings.Select(setting => TaskAt(file, setting)).OfType<CeleryTask>();

    private CeleryTask? TaskAt(CodeFile file, FrameworkSetting setting) =>
        setting.Value is CodeValue.Literal { Text: var name }
            ? Is(file, setting, TaskFramework.CeleryTask)
                ? new CeleryTask(file, $"{Module(file)}.{name}", setting)
                : Is(file, setting, TaskFramework.CeleryNamedTask)
                    ? new CeleryTask(file, name, setting)
                    : null
            : null;

    private bool Is(CodeFile file, FrameworkSetting setting, string kind) =>
        setting.Name.StartsWith(kind, StringComparison.Ordinal)
        && setting.Name[kind.Length..] switch
        {
            "" => true,
            ['.', .. var application] => file.Imports.Any(import =>
                import.Local == application && modules.Find(file, import.Module, import.Name).Any(MakesApplication)
            ),
            _ => false,
        };

    private static bool MakesApplication(CodeFile file) => file.Settings.Any(setting => setting.Name == "celery.app");

    private static string Module(CodeFile file) => file.File.Path[..^".py".Length].Replace('/', '.');
}
