namespace Seaworthy.Rules.Ports;

/// <summary>The rules of this folder.</summary>
internal static class PortsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PublishedPortNotListened(),
        new ListensOnLoopback(),
        new EndpointPortNotListened(),
        new HostUnresolved(),
        new LocalhostInContainer(),
        new CallerOnAnotherNetwork(),
        new ProbePathNotServed(),
        new ProbePortNotListened(),
        new ProbeCannotFail(),
        new ProbeClientMissing(),
        new ProbeModuleMissing(),
        new CalledRouteNotServed(),
        new RouterNotMounted(),
        new HostPortConflict(),
        new ReplicasShareHostPort(),
        new PublishedOnInternalNetwork(),
        new RuleOfOlderTraefik(),
        new AdvertisedAddressUnreachable(),
        new RenamedHost(),
        new DeniedByNetworkPolicy(),
        new ProxiedPathNotServed(),
        new DefaultAddressUnreachable(),
        new ProbeOfOtherFamily(),
        new ProbeOfOtherProtocol(),
        new ProxiedPathReplaced(),
        new HostGatewayMissing(),
        new LookupDeniedByNetworkPolicy(),
        new TemplateLeadsBack(),
        new EnvFileTemplateOnLocalhost(),
        new UploadRefusedByProxy(),
        new ProxyOnlyInDevelopment(),
        new ProbeNeedsBash(),
        new OriginNotAllowed(),
        new OwnAddressNotPublished(),
        new LocationBehindReturn(),
        new RegexBeforePrefix(),
        new SpringDefaultUnreachable(),
        new ProxiedSocketNotCreated(),
        new PageCallsLocalhost(),
        new MethodNotAllowedByCors(),
    ];
}
