namespace Seaworthy.Deploying.Verifying;

/// <summary>What is asked of a running system.</summary>
public enum DriftKind
{
    /// <summary>Do as many containers run as are declared?</summary>
    Replicas,

    /// <summary>Does a container run whose service is not declared?</summary>
    Undeclared,

    /// <summary>Is the image the one that the file names?</summary>
    Image,

    /// <summary>Was the container made of the definition and the values of today?</summary>
    Definition,

    /// <summary>Is the container well?</summary>
    Health,

    /// <summary>Was it started again by itself, or did it run out of memory?</summary>
    Restarts,

    /// <summary>Are its variables those that are declared?</summary>
    Variables,

    /// <summary>Is mounted what is declared?</summary>
    Mounts,

    /// <summary>Is it in its networks, under its names?</summary>
    Networks,

    /// <summary>Are its ports published as they are declared?</summary>
    Published,

    /// <summary>Are its limits, rights, restart policy, log and command those that are declared?</summary>
    Settings,

    /// <summary>Does something listen on its ports?</summary>
    Listening,

    /// <summary>Does the proxy run and reach it?</summary>
    Proxy,

    /// <summary>Were all migrations applied?</summary>
    Migrations,

    /// <summary>Are the indexes there that migrations create?</summary>
    Indexes,

    /// <summary>Are locks held and transactions open for long?</summary>
    Sessions,

    /// <summary>Does the name of a public address resolve?</summary>
    Name,

    /// <summary>Is its certificate trusted, for this host, and good for a while?</summary>
    Certificate,

    /// <summary>Does its address of http lead to https?</summary>
    Redirect,

    /// <summary>Do the headers come that the proxy of the project is to add?</summary>
    Headers,

    /// <summary>Does it answer well?</summary>
    Answer,

    /// <summary>Are times and errors under load within what is asked for?</summary>
    Load,
}
