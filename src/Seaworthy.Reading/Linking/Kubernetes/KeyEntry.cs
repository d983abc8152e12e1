using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>One key of a ConfigMap or Secret, with its value and place.</summary>
internal sealed record KeyEntry(string Key, Resolved Value, SourceSpan Span);
