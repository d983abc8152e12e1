using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A condition of a selector with the operator <c>In</c>: the label has one of these values.</summary>
public sealed record LabelChoice(string Key, IReadOnlyList<Fact<string>> Values);
