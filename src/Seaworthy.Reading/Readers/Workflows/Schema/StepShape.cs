using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of a step of a job.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt;.steps.</remarks>
internal static class StepShape
{
    private static readonly Shape InStep = Text with { Allows = ContextSets.Step };

    private static readonly ShapeKey[] Named =
    [
        new("name", InStep),
        new("id", NonEmptyText),
        new("continue-on-error", Flag with { Allows = ContextSets.Step }),
    ];

    private static readonly ShapeKey[] Running =
    [
        .. Named,
        new("if", Condition(ContextSets.StepCondition)),
        new("timeout-minutes", Number with { Allows = ContextSets.Step }),
        new("env", TextMap with { Allows = ContextSets.Step }),
        new("background", Flag),
    ];

    private static readonly Shape Step = new Shape.Choice(
        Keys([.. Running, new("run!", InStep), new("working-directory", InStep), new("shell", NonEmptyText)]),
        Keys([.. Running, new("uses!", NonEmptyText), new("with", TextMap with { Allows = ContextSets.Step })]),
        Keys([.. Named, new("wait!", TextOrList)]),
        Keys([.. Named, new("wait-all!", new Shape.Choice(Null, Flag))]),
        Keys([.. Named, new("cancel!", NonEmptyText)]),
        Keys([new("parallel!", new Shape.Sequence(new Shape.Deferred(() => Step ?? Any)))])
    );

    public static Shape List { get; } = new Shape.Sequence(Step);
}
