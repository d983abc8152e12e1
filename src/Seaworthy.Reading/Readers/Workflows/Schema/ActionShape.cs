using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of an <c>action.yml</c>. The runner ignores unknown keys at the top and of inputs, so they are free here.</summary>
/// <remarks>Source: GitHub Docs, "Metadata syntax reference".</remarks>
internal static class ActionShape
{
    private static readonly Shape InStep = Text with { Allows = ContextSets.ActionStep };

    private static readonly ShapeKey[] Running =
    [
        new("name", InStep),
        new("id", NonEmptyText),
        new("if", Condition(ContextSets.ActionStepCondition)),
        new("continue-on-error", Flag with { Allows = ContextSets.ActionStep }),
        new("env", TextMap with { Allows = ContextSets.ActionStep }),
    ];

    private static readonly Shape Step = new Shape.Choice(
        Keys([.. Running, new("run!", InStep), new("shell!", InStep), new("working-directory", InStep)]),
        Keys([.. Running, new("uses!", NonEmptyText), new("with", TextMap with { Allows = ContextSets.ActionStep })])
    );

    public static Shape Composite { get; } = Keys(new("using!", NonEmptyText), new("steps!", new Shape.Sequence(Step)));
}
