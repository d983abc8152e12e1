using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The DEBUG of the settings that a start of Django loads: those that its wsgi.py, asgi.py or manage.py names, unless a variable names others.</summary>
/// <remarks>Source: Django documentation, "Django settings", "Designating the settings"; "Deployment checklist", "DEBUG".</remarks>
internal sealed class DjangoDebug(Deployment deployment, CodeModules modules)
{
    public IEnumerable<DevelopmentMode> Of(Startup startup, ProgramCommand program)
    {
        if (
            Start(startup, program) is { } file
            && SettingsModule(startup, program, file) is var (module, isCertain)
            && modules.Find(file, module) is [var settings]
            && (isCertain || !HasOther(settings))
            && Switch(settings) is { } debug
        )
        {
            yield return new DevelopmentMode(startup, DevelopmentModeKind.ErrorPages, debug.Span);
        }
    }

    private CodeFile? Start(Startup startup, ProgramCommand program) =>
        program is { Runtime: "python", Verb: "runserver" }
            ? StartedSource.Of(deployment, startup, program)
            : StartedSource.Hosted(deployment, startup, program);

    private (string Name, bool IsCertain)? SettingsModule(Startup startup, ProgramCommand program, CodeFile file)
    {
        if (
            program.Command.Words.Any(word =>
                word.Raw.Contains("--settings", StringComparison.Ordinal)
                || word.Raw.Contains(DjangoSettings.ModuleVariable, StringComparison.Ordinal)
            ) || program.Command.Assignments.Any(assignment => assignment.Name == DjangoSettings.ModuleVariable)
        )
        {
            return null;
        }

        var users =
            startup.Workload is { } own ? [own]
            : startup.Image is { } image ? deployment.WorkloadsOf(image).ToList()
            : [];
        var given = users
            .SelectMany(user => user.Supplied)
            .Concat(startup.Image?.Environment ?? [])
            .Where(variable => variable.Name == DjangoSettings.ModuleVariable)
            .Select(variable => variable.Value.Text)
            .Distinct()
            .ToList();
        return given is [{ } one] ? (one, true)
            : given.Count == 0
            && file.Settings.Where(setting => setting.Name == "django.settingsModule").ToList() is [{ Value: CodeValue.Literal written }]
                ? (written.Text, users.TrueForAll(user => user.SuppliesMoreBecause is null))
            : null;
    }

    /// <summary>Beside it stand settings that build upon it: a variable that nobody sees may choose them.</summary>
    private bool HasOther(CodeFile settings) =>
        deployment
            .In<CodeFile>(settings.File.Directory)
            .Any(other =>
                !ReferenceEquals(other, settings)
                && other.Imports.Any(import => import.Name == "*" && modules.Find(other, import.Module).Contains(settings))
            );

    /// <summary>Null unless the only word on it, in no condition and overruled by no module behind it, is True.</summary>
    private FrameworkSetting? Switch(CodeFile settings)
    {
        var own = settings.Settings.Where(setting => setting.Name == "django.DEBUG").ToList();
        var everything = settings.Imports.Where(import => import.Name == "*").ToList();
        if (own is [var debug])
        {
            return
                DevelopmentModes.IsTrue(debug.Value)
                && debug.Span.StartColumn == 1
                && everything.TrueForAll(import => import.Span.Start < debug.Span.Start)
                ? debug
                : null;
        }

        // "from .base import *": a module without its own value has the imported one. Only a module named for settings is read as such.
        return
            own.Count == 0
            && settings.File.Path.Contains("settings", StringComparison.Ordinal)
            && everything is [var only]
            && modules.Find(settings, only.Module) is [var other]
            && !ReferenceEquals(other, settings)
            ? OfBase(other)
            : null;
    }

    private static FrameworkSetting? OfBase(CodeFile settings) =>
        settings.Settings.Where(setting => setting.Name == "django.DEBUG").ToList() is [var debug]
        && DevelopmentModes.IsTrue(debug.Value)
        && debug.Span.StartColumn == 1
        && !settings.Imports.Any(import => import.Name == "*")
            ? debug
            : null;
}
