using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of a job.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.</remarks>
internal static class JobShape
{
    private static readonly Shape Needs = TextOrList;

    private static readonly Shape If = Condition(ContextSets.JobCondition);

    private static readonly Shape Name = Text with { Allows = ContextSets.Strategy };

    private static readonly Shape Environment = new Shape.Choice(
        Text,
        Keys(new("name!", Text), new("url", Text with { Allows = ContextSets.RunnerWithoutSecrets }), new("deployment", Flag))
    )
    {
        Allows = ContextSets.Strategy,
    };

    private static readonly Shape Strategy = Keys(
        new("fail-fast", Flag),
        new("max-parallel", Number),
        new(
            "matrix",
            new Shape.Mapping(
                new Dictionary<string, Shape> { ["include"] = new Shape.Sequence(Map(Any)), ["exclude"] = new Shape.Sequence(Map(Any)) },
                new Shape.Sequence(Any)
            )
        )
    ) with
    {
        Allows = ContextSets.Needs,
    };

    private static readonly Shape ContainerEnvironment = Map(Text with { Allows = ContextSets.Runner });

    private static readonly Shape Credentials = Keys(new("username", NonEmptyText), new("password", NonEmptyText)) with
    {
        Allows = ContextSets.Credentials,
    };

    private static readonly ShapeKey[] ContainerKeys =
    [
        new("image", NonEmptyText),
        new("options", Text),
        new("env", ContainerEnvironment),
        new("ports", TextList),
        new("volumes", TextList),
        new("credentials", Credentials),
    ];

    private static readonly Shape Container = new Shape.Choice(Text, Keys(ContainerKeys)) { Allows = ContextSets.Strategy };

    private static readonly Shape Service = new Shape.Choice(
        NonEmptyText,
        Keys([.. ContainerKeys, new("entrypoint", Text), new("command", Text)])
    );

    private static readonly Shape RunsOn = new Shape.Choice(
        NonEmptyText,
        TextList,
        Keys(new("group", NonEmptyText), new("labels", TextOrList))
    )
    {
        Allows = ContextSets.Strategy,
    };

    private static readonly Shape Snapshot = new Shape.Choice(
        NonEmptyText,
        Keys(new("image-name!", NonEmptyText), new("if", Condition(ContextSets.Strategy)), new("version", NonEmptyText))
    );

    private static readonly Shape CallSecrets = new Shape.Choice(
        OneOf("inherit"),
        Map(new Shape.Choice(Text, Flag, Number) { Allows = ContextSets.StrategyWithSecrets })
    );

    private static readonly Shape Call = Keys(
        new("name", Name),
        new("uses!", NonEmptyText),
        new("with", Map(new Shape.Choice(Text, Flag, Number) { Allows = ContextSets.Strategy })),
        new("secrets", CallSecrets),
        new("needs", Needs),
        new("if", If),
        new("permissions", SettingsShape.Permissions),
        new("concurrency", SettingsShape.Concurrency with { Allows = ContextSets.Strategy }),
        new("strategy", Strategy)
    );

    private static readonly Shape Steps = Keys(
        new("needs", Needs),
        new("if", If),
        new("strategy", Strategy),
        new("name", Name),
        new("runs-on!", RunsOn),
        new("timeout-minutes", Number with { Allows = ContextSets.Strategy }),
        new("cancel-timeout-minutes", Number with { Allows = ContextSets.Strategy }),
        new("continue-on-error", Flag with { Allows = ContextSets.Strategy }),
        new("container", Container),
        new("services", Map(Service) with { Allows = ContextSets.Strategy }),
        new("env", TextMap with { Allows = ContextSets.StrategyWithSecrets }),
        new("environment", Environment),
        new("permissions", SettingsShape.Permissions),
        new("concurrency", SettingsShape.Concurrency with { Allows = ContextSets.Strategy }),
        new("outputs", Map(Text with { Allows = ContextSets.Runner })),
        new("defaults", SettingsShape.RunDefaults with { Allows = ContextSets.StrategyWithEnvironment }),
        new("steps", StepShape.List),
        new("snapshot", Snapshot)
    );

    public static Shape Job { get; } = new Shape.Choice(Call, Steps);
}
