using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>What the source of programs does to their schemas: Sequelize, TypeORM, SQLAlchemy, Entity Framework.</summary>
internal static class CodeSchemas
{
    public static IReadOnlyList<SchemaAtStart> Link(Deployment deployment, CodeModules modules) =>
        [
            .. deployment
                .Workloads.Where(workload => !workload.IsOneShot)
                .Where(workload => workload.Components.Any(component => component.Code.Any(file => file.Settings.Any(Acts))))
                .SelectMany(workload => Of(deployment, modules, workload)),
        ];

    private static IEnumerable<SchemaAtStart> Of(Deployment deployment, CodeModules modules, Workload workload)
    {
        var programs = ProcessTrace.Of(deployment, workload).Programs;
        var running = RunningCode.Of(deployment, modules, workload, programs);
        return from component in workload.Components
            from file in component.Code
            where !file.IsTest && running.Files.Contains(file)
            from setting in file.Settings
            let action = ActionOf(setting)
            where action != SchemaAction.Leaves
            where setting.Name != FrameworkSetting.SchemaCreatedByMain || programs.Any(program => Starts(program, file))
            select new SchemaAtStart(workload.ToString(), action, (setting.Value as CodeValue.Literal)?.Text ?? setting.Name, setting.Span)
            {
                Component = component,
                Environment = workload.Environment,
                RunBy = workload.Span,
                UndecidedBecause = running.UncertainBecause,
            };
    }

    /// <summary>The file is the program itself: <c>python run.py</c>, <c>python -m app.run</c>.</summary>
    private static bool Starts(ShellCommand program, CodeFile file) =>
        program.Program is not ("gunicorn" or "uvicorn" or "hypercorn" or "flask")
        && program
            .Words.Skip(1)
            .Any(word =>
                word.Literal is { } text
                && (
                    RepositoryPath.NameOf(text) == file.File.Name || RepositoryPath.NameOf(text.Replace('.', '/')) + ".py" == file.File.Name
                )
            );

    private static bool Acts(FrameworkSetting setting) => ActionOf(setting) != SchemaAction.Leaves;

    private static SchemaAction ActionOf(FrameworkSetting setting) =>
        setting.Name switch
        {
            FrameworkSetting.SchemaDropped => SchemaAction.Drops,
            FrameworkSetting.SchemaChanged => SchemaAction.Changes,
            FrameworkSetting.SchemaCreated or FrameworkSetting.SchemaCreatedByMain or "schema.ensureCreated" => SchemaAction.CreatesMissing,
            _ => SchemaAction.Leaves,
        };
}
