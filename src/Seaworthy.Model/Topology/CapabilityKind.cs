namespace Seaworthy.Model.Topology;

/// <summary>Something that a deployment ought to have at all, whether or not anything contradicts itself.</summary>
public enum CapabilityKind
{
    /// <summary>A machine builds, checks or deploys every change.</summary>
    Pipeline,

    /// <summary>Automated tests run in a pipeline.</summary>
    TestRun,

    /// <summary>Something proposes newer versions of dependencies.</summary>
    DependencyUpdates,

    /// <summary>A place where a version is tried before users have it.</summary>
    Staging,

    /// <summary>Data that is kept on a volume is copied away.</summary>
    StoreBackup,

    /// <summary>Numbers about the running software are collected.</summary>
    Metrics,

    /// <summary>Errors of the running software are collected.</summary>
    ErrorTracking,

    /// <summary>Lines of the log have fields, so that they can be searched together.</summary>
    StructuredLogs,

    /// <summary>Logs do not grow until the disk is full.</summary>
    LogLimits,

    /// <summary>A failure of the software alerts somebody.</summary>
    Alerts,

    /// <summary>Sign-in is slowed down against password guessing.</summary>
    RateLimit,

    /// <summary>A pipeline looks for known vulnerabilities.</summary>
    VulnerabilityScan,

    /// <summary>Requests from outside are encrypted.</summary>
    Encryption,

    /// <summary>More of a workload is started when there is more to do.</summary>
    Autoscaling,

    /// <summary>A text tells how the software is deployed.</summary>
    DeploymentText,
}
