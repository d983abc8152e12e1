using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A service container beside a job, under the host name by which a job container reaches it.</summary>
/// <param name="Span">Its name.</param>
public sealed record JobService(string Name, JobContainer Container, SourceSpan Span);
