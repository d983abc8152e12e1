using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Components with models of SQLAlchemy or TypeORM that run beside the database server of their target.</summary>
internal static class SchemaNeeds
{
    private const string Scripts = "/docker-entrypoint-initdb.d";

    public static IReadOnlyList<SchemaNeed> Link(Deployment deployment)
    {
        SchemaMakers makers = new(deployment);
        return
        [
            .. from component in deployment.Components
            let model = component.Code.Where(file => !file.IsTest).Select(file => file.Model()).FirstOrDefault(found => found is not null)
            where model is not null
            let need = Need(deployment, component, model)
            where need is not null
            select Judged(need, makers),
        ];
    }

    private static SchemaNeed? Need(Deployment deployment, Component component, Fact<string> model) =>
        (
            from target in deployment.Targets
            where target.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            from workload in target.Workloads
            where workload is { IsOneShot: false, Start: not null } && !workload.Profiles.Any(ProfileNames.IsForDevelopment)
            where workload.Components.Any(own => own.Root == component.Root)
            from store in target.Workloads
            where IsStore(store) && Uses(workload, store) && target.Workloads.All(IsKnown)
            select new SchemaNeed(component, workload, store, model)
        ).FirstOrDefault();

    private static bool IsStore(Workload workload) =>
        workload.Public is { Role: ImageRole.DataStore } image
        && StoreDrivers.StoreOf(image.Name) is "PostgreSQL" or "MySQL"
        && !workload.Mounts.Any(mount => mount.Path.StartsWith(Scripts, StringComparison.Ordinal));

    private static bool Uses(Workload workload, Workload store) =>
        workload.DependsOn.Any(use => use.Name == store.Name)
        || workload.Supplied.Any(variable =>
            store.HostNames.Any(host => variable.Value.Outline?.Contains(host, StringComparison.Ordinal) is true)
        );

    /// <summary>Neither of another repository nor of a name that nobody knows: what such a program creates is not to be seen.</summary>
    private static bool IsKnown(Workload workload) => workload.Image is not null || workload.Public is not null;

    private static SchemaNeed Judged(SchemaNeed need, SchemaMakers makers)
    {
        if (makers.MayMake(need))
        {
            return need with { IsMet = true };
        }

        var calls = makers.Calls(need.Component).ToList();
        return calls.Exists(makers.IsRun)
            ? need with
            {
                IsMet = true,
            }
            : need with
            {
                Creators = [.. calls.Select(call => call.Span)],
                IsOfMain = calls is [{ Name: FrameworkSetting.SchemaCreatedByMain } first, ..] && Imports(need.Workload, first.Span.File),
            };
    }

    /// <summary>A server is given the module: <c>gunicorn run:app</c>.</summary>
    private static bool Imports(Workload workload, SourceFile file) =>
        workload
            .Start?.Commands.SelectMany(command => command.Words)
            .Any(word => word.Literal?.Split(':') is [var module, _] && module.Split('.')[^1] + ".py" == file.Name)
            is true;
}
