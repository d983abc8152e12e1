namespace Seaworthy.Deploying.Planning;

/// <summary>A port on which a service listens.</summary>
/// <param name="IsHttp">Its answers can be counted; else bytes are passed on.</param>
public sealed record ServicePort(int Number, bool IsHttp = true);
