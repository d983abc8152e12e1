namespace Seaworthy.Engine.Scoring;

/// <summary>How far a repository has come from something that runs to something that is operated. Each stage holds what the one before holds.</summary>
public enum Stage
{
    /// <summary>It is brought to users by hand.</summary>
    Prototype,

    /// <summary>A pipeline builds, checks or deploys every change.</summary>
    Automated,

    /// <summary>Tests hold changes back, data is copied away, requests are encrypted, and nothing grave is known to be broken.</summary>
    Safeguarded,

    /// <summary>Numbers and errors of the running software are collected, and somebody is alerted.</summary>
    Operated,
}
