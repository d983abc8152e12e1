namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>The runs that a matrix makes, each with its values under names such as <c>os</c> or <c>service.path</c>.</summary>
/// <remarks>Source: GitHub Docs, "Running variations of jobs in a workflow".</remarks>
public static class MatrixCombinations
{
    // GitHub makes no more runs of one matrix.
    private const int Maximum = 256;

    /// <summary>Every combination; null when part of the matrix is computed or it makes more runs than GitHub allows.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>>? Of(JobMatrix matrix)
    {
        if (matrix.Computed is not null || matrix.IsPartlyComputed || matrix.Axes.Any(axis => axis.Computed is not null))
        {
            return null;
        }

        List<Dictionary<string, string>> combinations = matrix.Axes.Count == 0 ? [] : [new(StringComparer.OrdinalIgnoreCase)];
        foreach (var axis in matrix.Axes)
        {
            combinations =
            [
                .. combinations.SelectMany(before => axis.Values.Select(value => With(before, Fields(axis, value)))).Take(Maximum + 1),
            ];
        }

        combinations.RemoveAll(combination =>
            matrix.Exclude.Any(excluded => excluded.Values.Count > 0 && excluded.Values.All(value => Has(combination, value)))
        );
        var originals = combinations.Count;
        foreach (var included in matrix.Include.Take(Maximum + 1))
        {
            Include(combinations, originals, included, matrix);
        }

        return combinations.Count > Maximum ? null : combinations;
    }

    // An entry extends every original combination whose axis values it does not change, or else makes one of its own.
    private static void Include(List<Dictionary<string, string>> combinations, int originals, MatrixCombination included, JobMatrix matrix)
    {
        var extended = false;
        foreach (var combination in combinations.Take(originals))
        {
            var fits = included.Values.All(value => !IsAxis(matrix, value.Name) || Has(combination, value));
            if (fits)
            {
                Add(combination, included.Values);
                extended = true;
            }
        }

        if (!extended)
        {
            combinations.Add(With([], included.Values));
        }
    }

    private static bool IsAxis(JobMatrix matrix, string name) =>
        matrix.Axes.Any(axis => string.Equals(axis.Name, name.Split('.')[0], StringComparison.OrdinalIgnoreCase));

    private static bool Has(Dictionary<string, string> combination, NamedTemplate value) =>
        combination.TryGetValue(value.Name, out var own) && own == value.Value.Raw;

    private static Dictionary<string, string> With(Dictionary<string, string> before, IEnumerable<NamedTemplate> values)
    {
        Dictionary<string, string> combination = new(before, StringComparer.OrdinalIgnoreCase);
        Add(combination, values);
        return combination;
    }

    // A value that is itself an expression stays unknown: its name is left out.
    private static void Add(Dictionary<string, string> combination, IEnumerable<NamedTemplate> values)
    {
        foreach (var value in values)
        {
            if (value.Value.Literal is { } literal)
            {
                combination[value.Name] = literal;
            }
        }
    }

    private static IEnumerable<NamedTemplate> Fields(MatrixAxis axis, MatrixValue value) =>
        value.Text is { } text
            ? [new NamedTemplate(axis.Name, text, value.Span)]
            : value.Fields.Select(field => field with { Name = $"{axis.Name}.{field.Name}" });
}
