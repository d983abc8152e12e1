using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Calls of <c>create_engine</c> and <c>create_async_engine</c>, with what their workload is given. An address that the program changes on its way is unknown, and none.</summary>
internal static class EngineAddressLinker
{
    public static IReadOnlyList<EngineAddress> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        return
        [
            .. from workload in deployment.Workloads
            from file in workload.Components.SelectMany(component => component.Code)
            where file is { Language: Language.Python, IsTest: false }
            from setting in file.Settings
            where setting.Name is "sqlalchemy.url" or "sqlalchemy.asyncUrl"
            // A search of all code of the workload, for the few that get as far as this.
            where !workload.Components.Any(component => component.Code.Any(other => other.ChangesDatabaseDriver))
            let engine = Of(workload, file, setting, values)
            where engine is not null
            select engine,
        ];
    }

    private static EngineAddress? Of(Workload workload, CodeFile file, FrameworkSetting setting, CodeValues values)
    {
        // What the program falls back to counts only where nothing could set the variable; nobody can tell.
        var isAsked = false;
        var resolved = values.Resolve(
            setting.Value,
            file,
            name =>
            {
                var given = workload.Supplied.LastOrDefault(variable => variable.Name == name)?.Value;
                isAsked |= given is null;
                return given;
            }
        );
        return !isAsked && resolved.Outline is { } address && address.Contains("://", StringComparison.Ordinal)
            ? new EngineAddress(workload, file, address, setting.Span)
            {
                IsAsync = setting.Name == "sqlalchemy.asyncUrl",
                Chain = resolved.Chain,
            }
            : null;
    }
}
