using System.Buffers;
using Seaworthy.Model.Known.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Fields that the API does not have, and values of a form that it does not take: the API server refuses the object.</summary>
/// <remarks>Kubernetes documentation, "Kubernetes API Concepts", Validation for unrecognized or duplicate fields: <c>kubectl</c> asks for strict validation by default.</remarks>
internal sealed class FieldCheck
{
    private const int MaximumDepth = 40;
    private const int MaximumProblems = 50;

    private static readonly SearchValues<char> OfPlaceholders = SearchValues.Create("${}<>%@#");

    private readonly List<Problem> problems = [];

    public static IReadOnlyList<Problem> Problems(Node node)
    {
        if (KubernetesTypes.Find(node["apiVersion"]?.Text ?? "", node["kind"]?.Text ?? "") is not { } type)
        {
            return [];
        }

        FieldCheck check = new();
        check.Visit(node, type, null, "", 0);
        return check.problems;
    }

    private void Visit(Node node, KubernetesType type, KubernetesType? parent, string path, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        foreach (var entry in node.Entries)
        {
            // sops marks the fields that it encrypts; they are decrypted before the file is applied.
            if (problems.Count >= MaximumProblems || IsDirective(entry.Key) || (path.Length == 0 && entry.Key == "sops"))
            {
                continue;
            }

            var inner = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            if (type.Fields.TryGetValue(entry.Key, out var field))
            {
                VisitField(entry, field, type, inner, depth);
            }
            else
            {
                problems.Add(new Problem(ProblemKind.UnknownKey, $"Unknown field '{inner}'{Hint(entry.Key, type, parent)}", entry.KeySpan));
            }
        }
    }

    private void VisitField(NodeEntry entry, KubernetesField field, KubernetesType type, string path, int depth)
    {
        if (Complaint(entry.Value, field) is { } complaint)
        {
            problems.Add(new Problem(ProblemKind.InvalidValue, $"'{path}' must be {complaint}", Place(entry)) { IsOfForm = true });
        }
        else if (entry.Value is ScalarNode { IsNull: true } && IsNeeded(type.Name, entry.Key, depth))
        {
            problems.Add(new Problem(ProblemKind.InvalidValue, $"'{path}' needs a value", Place(entry)) { IsOfForm = true });
        }
        else if (KubernetesTypes.Named(field.TypeName) is { } below)
        {
            foreach (var value in entry.Value is SequenceNode list ? list.Elements : [entry.Value])
            {
                Visit(value, below, type, field.Kind == KubernetesFieldKind.List ? path + "[]" : path, depth + 1);
            }
        }
    }

    // An empty value has no text of its own.
    private static SourceSpan Place(NodeEntry entry) => entry.Value.Span.Length == 0 ? entry.KeySpan : entry.Value.Span;

    /// <summary>What the value must be; null when it is that, or a placeholder that another tool fills.</summary>
    private static string? Complaint(Node value, KubernetesField field) =>
        (field.Kind, value) switch
        {
            (KubernetesFieldKind.Integer, ScalarNode { IsNull: false } scalar) when IsNoInteger(scalar) =>
                $"an integer, not {Written(scalar)}",
            (KubernetesFieldKind.Truth, ScalarNode { IsQuoted: true, Value: "true" or "false" } scalar) =>
                $"true or false, not the text {Written(scalar)}",
            (KubernetesFieldKind.List, MappingNode { Pairs.Count: > 0 } mapping)
                when !mapping.Entries.Any(entry => IsDirective(entry.Key)) => "a list",
            (KubernetesFieldKind.List, ScalarNode { IsNull: false } scalar) when IsPlain(scalar.Value) => $"a list, not {Written(scalar)}",
            (KubernetesFieldKind.List, ScalarNode { IsQuoted: false } scalar)
                when scalar.Span.StartLine < scalar.Span.EndLine && scalar.Value.Contains(" - ", StringComparison.Ordinal) =>
                $"a list; '{scalar.Value[..scalar.Value.IndexOf(' ', StringComparison.Ordinal)]}' has no dash before it, so all items become one text",
            (KubernetesFieldKind.Map, SequenceNode) => "a mapping",
            _ => null,
        };

    private static string Written(ScalarNode scalar) => scalar.IsQuoted ? $"\"{scalar.Value}\"" : scalar.Value;

    private static bool IsNoInteger(ScalarNode scalar) =>
        scalar.Value is [>= '0' and <= '9', ..] && scalar.Value.Length < 20 && IsPlain(scalar.Value)
            ? scalar.IsQuoted || !scalar.Value.All(letter => char.IsAsciiDigit(letter) || letter is 'x' or 'o' or '_' or 'e' or 'E')
            : scalar.IsQuoted && scalar.Value.Length == 0;

    private static bool IsPlain(string text) => text.Length > 0 && !text.AsSpan().ContainsAny(OfPlaceholders);

    /// <summary>Words of patches (<c>$patch</c>), merge keys, and placeholders.</summary>
    private static bool IsDirective(string key) => key.AsSpan().ContainsAny(OfPlaceholders) || key.Length == 0;

    private static bool IsNeeded(string type, string field, int depth) =>
        (type, field) switch
        {
            ("ContainerPort", "containerPort") or ("ServicePort", "port") => true,
            ("Container" or "EnvVar" or "Volume" or "VolumeMount", "name") or ("VolumeMount", "mountPath") => true,
            // The name of a template is left out at will, the object's own is not.
            ("ObjectMeta", "name") => depth == 1,
            _ => false,
        };

    /// <summary>Where the field belongs.</summary>
    private static string Hint(string key, KubernetesType type, KubernetesType? parent)
    {
        if (NearMiss.Of(key, type.Fields.Keys) is { } near)
        {
            return $": did you mean '{near}'?";
        }

        if (type.Name == "PodSecurityContext" && KubernetesTypes.Named("SecurityContext")?.Fields.ContainsKey(key) == true)
        {
            return ": it belongs in the securityContext of each container";
        }

        // Every second type has a name and a type.
        if (key is "name" or "type" or "kind" or "key" or "value")
        {
            return "";
        }

        // Of a pod's parts the containers are meant first.
        var holder = type
            .Fields.Where(field => KubernetesTypes.Named(field.Value.TypeName)?.Fields.ContainsKey(key) == true)
            .Select(field => field.Key)
            .OrderBy(name => name == "containers" ? 0 : 1)
            .FirstOrDefault();
        return holder is not null && holder != "metadata" ? $": it belongs inside '{holder}'"
            : parent is not null && parent.Name != type.Name && parent.Fields.ContainsKey(key) ? ": it belongs one level up"
            : "";
    }
}
