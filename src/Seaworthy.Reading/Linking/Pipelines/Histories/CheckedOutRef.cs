namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>What a checkout puts into the workspace.</summary>
internal enum CheckedOutRef
{
    /// <summary>What the event is about: the pushed branch or tag, the merge of a pull request.</summary>
    Event,

    /// <summary>The last commit of the pull request's own branch.</summary>
    PullHead,

    /// <summary>A branch by its name.</summary>
    Branch,

    /// <summary>Only the run knows.</summary>
    Open,
}
