package dev.idem.engine;

/**
 * What calls with external effects need beside the record store.
 *
 * @param store keeps who runs what
 * @param probes asks the application about effects
 * @param continuations goes on after stages
 * @param leases what runs on this node
 */
public record ExternalServices(EffectStore store, EffectProbes probes, Continuations continuations, Leases leases) {}
