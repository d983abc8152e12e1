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
        Keys(("name!", Text), ("url", Text with { Allows = ContextSets.RunnerWithoutSecrets }), ("deployment", Flag))
    )
    {
        Allows = ContextSets.Strategy,
    };

    private static readonly Shape Strategy = Keys(
        ("fail-fast", Flag),
        ("max-parallel", Number),
        (
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

    private static readonly Shape Credentials = Keys(("username", NonEmptyText), ("password", NonEmptyText)) with
    {
        Allows = ContextSets.Credentials,
    };

    private static readonly (string, Shape)[] ContainerKeys =
    [
        ("image", NonEmptyText),
        ("options", Text),
        ("env", ContainerEnvironment),
        ("ports", TextList),
        ("volumes", TextList),
        ("credentials", Credentials),
    ];

    private static readonly Shape Container = new Shape.Choice(Text, Keys(ContainerKeys)) { Allows = ContextSets.Strategy };

    private static readonly Shape Service = new Shape.Choice(
        NonEmptyText,
        Keys([.. ContainerKeys, ("entrypoint", Text), ("command", Text)])
    );

    private static readonly Shape RunsOn = new Shape.Choice(NonEmptyText, TextList, Keys(("group", NonEmptyText), ("labels", TextOrList)))
    {
        Allows = ContextSets.Strategy,
    };

    private static readonly Shape Snapshot = new Shape.Choice(
        NonEmptyText,
        Keys(("image-name!", NonEmptyText), ("if", Condition(ContextSets.Strategy)), ("version", NonEmptyText))
    );

    private static readonly Shape CallSecrets = new Shape.Choice(
        OneOf("inherit"),
        Map(new Shape.Choice(Text, Flag, Number) { Allows = ContextSets.StrategyWithSecrets })
    );

    private static readonly Shape Call = Keys(
        ("name", Name),
        ("uses!", NonEmptyText),
        ("with", Map(new Shape.Choice(Text, Flag, Number) { Allows = ContextSets.Strategy })),
        ("secrets", CallSecrets),
        ("needs", Needs),
        ("if", If),
        ("permissions", SettingsShape.Permissions),
        ("concurrency", SettingsShape.Concurrency with { Allows = ContextSets.Strategy }),
        ("strategy", Strategy)
    );

    private static readonly Shape Steps = Keys(
        ("needs", Needs),
        ("if", If),
        ("strategy", Strategy),
        ("name", Name),
        ("runs-on!", RunsOn),
        ("timeout-minutes", Number with { Allows = ContextSets.Strategy }),
        ("cancel-timeout-minutes", Number with { Allows = ContextSets.Strategy }),
        ("continue-on-error", Flag with { Allows = ContextSets.Strategy }),
        ("container", Container),
        ("services", Map(Service) with { Allows = ContextSets.Strategy }),
        ("env", TextMap with { Allows = ContextSets.StrategyWithSecrets }),
        ("environment", Environment),
        ("permissions", SettingsShape.Permissions),
        ("concurrency", SettingsShape.Concurrency with { Allows = ContextSets.Strategy }),
        ("outputs", Map(Text with { Allows = ContextSets.Runner })),
        ("defaults", SettingsShape.RunDefaults with { Allows = ContextSets.StrategyWithEnvironment }),
        ("steps", StepShape.List),
        ("snapshot", Snapshot)
    );

    public static Shape Job { get; } = new Shape.Choice(Call, Steps);
}
