using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>A repository as one deployment, and what could not be read of it.</summary>
public sealed record DeploymentReading(Deployment Deployment, IReadOnlyList<Diagnostic> Diagnostics);
