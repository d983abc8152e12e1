using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of an <c>action.yml</c>. The runner ignores unknown keys at the top and of inputs, so they are free here.</summary>
/// <remarks>Source: GitHub Docs, "Metadata syntax reference".</remarks>
internal static class ActionShape
{
    private static readonly Shape InStep = Text with { Allows = ContextSets.ActionStep };

    private static readonly (string, Shape)[] Running =
    [
        ("name", InStep),
        ("id", NonEmptyText),
        ("if", Condition(ContextSets.ActionStepCondition)),
        ("continue-on-error", Flag with { Allows = ContextSets.ActionStep }),
        ("env", TextMap with { Allows = ContextSets.ActionStep }),
    ];

    private static readonly Shape Step = new Shape.Choice(
        Keys([.. Running, ("run!", InStep), ("shell!", InStep), ("working-directory", InStep)]),
        Keys([.. Running, ("uses!", NonEmptyText), ("with", TextMap with { Allows = ContextSets.ActionStep })])
    );

    public static Shape Composite { get; } = Keys(("using!", NonEmptyText), ("steps!", new Shape.Sequence(Step)));
}
