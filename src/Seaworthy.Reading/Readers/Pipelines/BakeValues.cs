using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>What names stand for in a Bake file: its variables by their defaults, and the values of one combination of a matrix.</summary>
/// <remarks>Source: Docker documentation, "Variables in Bake", "Matrix targets".</remarks>
internal sealed class BakeValues
{
    // Of one target: real matrices have a dozen, a hostile one any number.
    private const int MostCombinations = 64;

    private readonly Dictionary<string, string> defaults;
    private readonly Dictionary<string, string> matrix;

    private BakeValues(Dictionary<string, string> defaults, Dictionary<string, string> matrix)
    {
        this.defaults = defaults;
        this.matrix = matrix;
    }

    /// <summary>The variables of a file that have a plain text as default.</summary>
    public static BakeValues Variables(HclBody body)
    {
        Dictionary<string, string> defaults = new(StringComparer.Ordinal);
        foreach (var block in body.Of("variable"))
        {
            if (block.Body["default"]?.Value is HclExpression.Literal { IsNull: false } literal)
            {
                defaults.TryAdd(block.Label(0), literal.Text);
            }
        }

        return new BakeValues(defaults, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>The key of an object, which may stand without quotes; null when it is computed.</summary>
    public static string? Key(HclExpression key) =>
        key switch
        {
            HclExpression.Literal literal => literal.Text,
            HclExpression.Name name => name.Text,
            _ => null,
        };

    /// <summary>These values with those of each combination; themselves alone without a matrix, or where it is computed.</summary>
    public IEnumerable<BakeValues> Combinations(HclExpression? written)
    {
        if (written is not HclExpression.Object axes)
        {
            return [this];
        }

        IEnumerable<Dictionary<string, string>> combinations = [matrix];
        foreach (var axis in axes.Items)
        {
            if (Key(axis.Key) is { } name && axis.Value is HclExpression.Tuple { Items.Count: > 0 } values)
            {
                combinations = combinations
                    .SelectMany(before => values.Items.Select(value => With(before, name, value)))
                    .Take(MostCombinations)
                    .ToList();
            }
        }

        return combinations.Select(combination => new BakeValues(defaults, combination));
    }

    /// <summary>A value as a text; null when nothing is written.</summary>
    public BakeText? Text(HclExpression? written) =>
        written is null or HclExpression.Literal { IsNull: true } ? null : new BakeText(Value(written), UsesDefault(written), written.Span);

    /// <summary>The elements of a list, null for each that is computed.</summary>
    public IEnumerable<string?> Texts(HclExpression? written) => written is HclExpression.Tuple list ? list.Items.Select(Value) : [];

    private string? Value(HclExpression written) =>
        written switch
        {
            HclExpression.Literal literal => literal.Text,
            HclExpression.Template { Pieces: var pieces } when pieces.Select(Simple).ToList() is var texts => texts.Contains(null)
                ? null
                : string.Concat(texts),
            _ => Simple(written),
        };

    private string? Simple(HclExpression written) =>
        written is HclExpression.Literal literal ? literal.Text
        : string.Join('.', written.Path) is { Length: > 0 } name ? matrix.GetValueOrDefault(name) ?? defaults.GetValueOrDefault(name)
        : null;

    private bool UsesDefault(HclExpression written) =>
        written.All.OfType<HclExpression.Name>().Any(name => defaults.ContainsKey(name.Text) && !matrix.ContainsKey(name.Text));

    private static Dictionary<string, string> With(Dictionary<string, string> before, string name, HclExpression value)
    {
        Dictionary<string, string> after = new(before, StringComparer.Ordinal);
        foreach (var (key, text) in Fields(name, value))
        {
            after[key] = text;
        }

        return after;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string name, HclExpression value) =>
        value switch
        {
            HclExpression.Literal literal => [new(name, literal.Text)],
            HclExpression.Object fields => fields.Items.SelectMany(item =>
                Key(item.Key) is { } field && item.Value is HclExpression.Literal text
                    ? new[] { new KeyValuePair<string, string>($"{name}.{field}", text.Text) }
                    : []
            ),
            _ => [],
        };
}
