using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of a step of a job.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt;.steps.</remarks>
internal static class StepShape
{
    private static readonly Shape InStep = Text with { Allows = ContextSets.Step };

    private static readonly (string, Shape)[] Named =
    [
        ("name", InStep),
        ("id", NonEmptyText),
        ("continue-on-error", Flag with { Allows = ContextSets.Step }),
    ];

    private static readonly (string, Shape)[] Running =
    [
        .. Named,
        ("if", Condition(ContextSets.StepCondition)),
        ("timeout-minutes", Number with { Allows = ContextSets.Step }),
        ("env", TextMap with { Allows = ContextSets.Step }),
        ("background", Flag),
    ];

    private static readonly Shape Step = new Shape.Choice(
        Keys([.. Running, ("run!", InStep), ("working-directory", InStep), ("shell", NonEmptyText)]),
        Keys([.. Running, ("uses!", NonEmptyText), ("with", TextMap with { Allows = ContextSets.Step })]),
        Keys([.. Named, ("wait!", TextOrList)]),
        Keys([.. Named, ("wait-all!", new Shape.Choice(Null, Flag))]),
        Keys([.. Named, ("cancel!", NonEmptyText)]),
        Keys([("parallel!", new Shape.Sequence(new Shape.Deferred(() => Step ?? Any)))])
    );

    public static Shape List { get; } = new Shape.Sequence(Step);
}
